package network.constellation.hub.subnets;

import java.time.Instant;
import network.constellation.keys.address.Wwwroot;
import org.jspecify.annotations.Nullable;

/**
 * One end of a link: whether the site {@code at} knows the site {@code about} as the sub-network wants it.
 *
 * @param lastError why the last attempt failed; null when none did
 */
public record LinkEnd(
        int subnetwork,
        Wwwroot at,
        Wwwroot about,
        State state,
        int attempts,
        @Nullable String lastError,
        Instant changedAt) {

    /** Where this end stands. */
    public enum State {
        /** Wanted, not yet confirmed by the site. */
        MISSING,
        /** The site has confirmed the introduction. */
        LINKED,
        /** To be withdrawn, not yet confirmed by the site. */
        LEAVING
    }
}
