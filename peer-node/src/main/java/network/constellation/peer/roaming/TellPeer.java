package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import network.constellation.peer.jobs.JobContext;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.roaming.UserSession;

/** One attempt to have a session ended elsewhere; throws while trying again makes sense. */
@Singleton
final class TellPeer {
    /** Not subscribed, not published, unknown there: no later attempt would be answered otherwise. */
    private static final Set<Integer> NEVER = Set.of(7, 17, 707, 713, 7012, 7018, 7019);

    private final Peers peers;
    private final PeerClient client;

    @Inject
    TellPeer(Peers peers, PeerClient client) {
        this.peers = peers;
        this.client = client;
    }

    void end(NetworkMethod<UserSession, ?> method, JobContext context, RemoteEnd session) {
        if (context.now().getEpochSecond() > session.until()) {
            context.progress(100, "the session is over by itself");
            return;
        }
        Optional<Peer> peer = peers.find(session.peer()).filter(Peer::isApproved);
        if (peer.isEmpty()) {
            context.progress(100, "the site is no peer any more");
            return;
        }
        try {
            client.call(peer.get(), method, new UserSession(session.username(), session.userAgentHash()));
        } catch (Fault fault) {
            if (!NEVER.contains(fault.code())) {
                throw fault;
            }
            context.progress(100, "the site answered fault " + fault.code());
        }
    }
}
