package network.constellation.protocol.method.administration;

import java.time.Instant;
import java.util.Optional;

/**
 * One operation that a site lets its hub order, as the site tells it (network-admin.md 10, item 9).
 *
 * @param operation such as {@code config-set}
 * @param only patterns that bound it, such as {@code core/*}; empty for all
 * @param maxBytes longest answer, and longest texts of one order, in bytes; 0 for any
 * @param readOnly whether it lets the hub plan and compare, and change nothing
 * @param since when it was given
 * @param until when it ends by itself; empty: when it is withdrawn
 */
public record HeldGrant(
        String operation, String only, long maxBytes, boolean readOnly, Instant since, Optional<Instant> until) {}
