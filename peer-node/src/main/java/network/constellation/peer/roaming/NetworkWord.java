package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Optional;
import network.constellation.peer.peers.NetworkStanding;
import network.constellation.peer.peers.NetworkStanding.Need;
import network.constellation.peer.peers.Peer;
import network.constellation.protocol.call.Fault;

/** Whether the network lets people travel between this site and another just now (protocol-security.md 3). */
@Singleton
final class NetworkWord {
    private final NetworkStanding standing;

    @Inject
    NetworkWord(NetworkStanding standing) {
        this.standing = standing;
    }

    /** Before a jump or a landing; may try for seconds to learn the newest. */
    Optional<Refusal> against(Peer peer) {
        return Optional.ofNullable(standing.refusal(peer, Need.CHANGE)).map(NetworkWord::refusal);
    }

    /** Whether the hub has cut the site off; answers at once. */
    boolean isCutOff(Peer peer) {
        return standing.refusal(peer, Need.DIRECTORY) != null;
    }

    private static Refusal refusal(Fault fault) {
        return fault.code() == NetworkStanding.SUSPENDED ? Refusal.SITE_SUSPENDED : Refusal.NETWORK_OUTDATED;
    }
}
