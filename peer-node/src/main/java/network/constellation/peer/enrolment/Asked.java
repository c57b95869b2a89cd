package network.constellation.peer.enrolment;

import java.time.Instant;
import java.util.Optional;

/**
 * How old our knowledge of another site's courses is.
 *
 * @param asked when it last answered; empty for never
 * @param tried when it was last asked
 * @param problem what went wrong then; empty when nothing did
 */
public record Asked(Optional<Instant> asked, Instant tried, String problem) {}
