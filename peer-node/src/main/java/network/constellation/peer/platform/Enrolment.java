package network.constellation.peer.platform;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody takes part in a course.
 *
 * @param method how it came about: {@link #MANUAL} or {@link #MNET}
 * @param role short name of the role held in the course while it lasts
 * @param start empty for at once
 * @param end empty for no end; the first instant at which it no longer holds
 */
public record Enrolment(
        long userId,
        long courseId,
        String method,
        String role,
        Optional<Instant> start,
        Optional<Instant> end,
        Instant created,
        Instant modified) {
    /** By somebody of this site. */
    public static final String MANUAL = "manual";
    /** By the user's home site (mnet-wire.md 11.2). */
    public static final String MNET = "mnet";

    public boolean activeAt(Instant now) {
        return start.filter(now::isBefore).isEmpty()
                && end.filter(end -> !now.isBefore(end)).isEmpty();
    }
}
