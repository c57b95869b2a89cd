package network.constellation.hub.rotation;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One rotation that the hub leads.
 *
 * @param scope whose keys, in words: {@code all}, {@code subnetwork 2}, {@code hub}, or addresses
 * @param forced why it was activated without a good rehearsal; null when there was one
 * @param note what an administrator should know of its end, such as why it was aborted
 */
public record Rotation(
        int number,
        String scope,
        Phase phase,
        String actor,
        @Nullable String forced,
        @Nullable String note,
        Instant createdAt,
        Instant changedAt) {

    /** How far it has come; a site may be behind. */
    public enum Phase {
        PREPARING,
        PREPARED,
        REHEARSING,
        REHEARSED,
        ACTIVATING,
        ACTIVATED,
        RETIRING,
        RETIRED,
        ABORTING,
        /** Given up: the sites keep the keys they have. */
        ABORTED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isAtLeast(Phase other) {
            return compareTo(other) >= 0;
        }
    }

    /** Whether it may still change keys. */
    public boolean isLive() {
        return phase.compareTo(Phase.RETIRED) < 0;
    }

    boolean isAborted() {
        return phase.isAtLeast(Phase.ABORTING);
    }
}
