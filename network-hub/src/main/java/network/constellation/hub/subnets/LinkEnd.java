package network.constellation.hub.subnets;

import java.time.Instant;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.directory.strategy.ServiceMatrix;
import network.constellation.protocol.method.membership.Dismissal;
import network.constellation.protocol.method.membership.Dismissed;
import org.jspecify.annotations.Nullable;

/**
 * One end of a link: whether the site {@code at} knows the site {@code about} as the sub-network wants it.
 *
 * @param subnetwork {@link Dismissal#NETWORK} for an end of the link between hub and member
 * @param services what it shall publish to the other and subscribe to there
 * @param lastError why the last attempt failed; null when none did
 * @param difference what a check found to differ, until it is repaired; null when nothing
 * @param ended the sessions that ended with it, where {@code at} has told
 * @param since when it was wanted, or unwanted, so
 * @param changedAt when anything about it changed last
 */
public record LinkEnd(
        int subnetwork,
        Wwwroot at,
        Wwwroot about,
        State state,
        ServiceMatrix services,
        int attempts,
        @Nullable String lastError,
        @Nullable String difference,
        Dismissed ended,
        Instant since,
        Instant changedAt) {

    /** Where this end stands. */
    public enum State {
        /** Wanted, not yet confirmed by the site. */
        MISSING,
        /** The site has confirmed the introduction. */
        LINKED,
        /** To be withdrawn, not yet confirmed by the site. */
        LEAVING,
        /** Withdrawn and confirmed; kept as the report of a removal. */
        ENDED
    }

    /** Whether something is still to be done. */
    public boolean isOpen() {
        return state == State.MISSING || state == State.LEAVING;
    }

    /** Whether it is of the link between the hub and a member. */
    public boolean isOfHub() {
        return subnetwork == Dismissal.NETWORK;
    }

    /** Whether it is of a link between two members, and not only the report of one that is over. */
    public boolean isBetweenSiblings() {
        return !isOfHub() && state != State.ENDED;
    }
}
