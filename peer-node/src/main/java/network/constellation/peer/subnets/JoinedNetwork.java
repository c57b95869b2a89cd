package network.constellation.peer.subnets;

import java.time.Instant;
import network.constellation.keys.address.Wwwroot;

/**
 * The network that this site belongs to.
 *
 * @param id 32 lower-case hex digits
 * @param hub the site whose signed word counts here: this site's authority
 * @param fingerprint of the hub's whole identity, 64 hex digits, as the invitation had it
 */
public record JoinedNetwork(String id, String name, Wwwroot hub, String fingerprint, State state, Instant joinedAt) {

    /** How far joining has come. */
    public enum State {
        /** The hub is known, its answer is awaited. */
        JOINING,
        /** The hub has admitted this site. */
        MEMBER
    }
}
