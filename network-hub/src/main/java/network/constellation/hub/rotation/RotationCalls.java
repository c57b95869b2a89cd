package network.constellation.hub.rotation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.rotation.OwnRotation;
import network.constellation.peer.rotation.Rehearsal;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.rotation.KeyNews;
import network.constellation.protocol.method.rotation.OwnKeys;
import network.constellation.protocol.method.rotation.RehearsedPing;
import network.constellation.protocol.method.rotation.RotationMethods;

/**
 * What the hub asks of a site, where the hub itself is one of them. All throw {@code UnreachableException}, {@code Fault}
 * or {@code PeersException}.
 */
@Singleton
final class RotationCalls {
    private static final String ACTOR = "hub";

    private final NetworkSites sites;
    private final Peers peers;
    private final PeerClient client;
    private final OwnRotation own;
    private final Rehearsal rehearsal;

    @Inject
    RotationCalls(NetworkSites sites, Peers peers, PeerClient client, OwnRotation own, Rehearsal rehearsal) {
        this.sites = sites;
        this.peers = peers;
        this.client = client;
        this.own = own;
        this.rehearsal = rehearsal;
    }

    OwnKeys prepare(Wwwroot site) {
        return sites.isHub(site)
                ? own.prepare(ACTOR)
                : client.call(peer(site), RotationMethods.PREPARE, Nothing.NOTHING);
    }

    OwnKeys activate(Wwwroot site, int generation) {
        return sites.isHub(site)
                ? own.activate(generation, ACTOR)
                : client.call(peer(site), RotationMethods.ACTIVATE, generation);
    }

    OwnKeys discard(Wwwroot site, int generation) {
        return sites.isHub(site)
                ? own.discard(generation, ACTOR)
                : client.call(peer(site), RotationMethods.DISCARD, generation);
    }

    OwnKeys retire(Wwwroot site) {
        return sites.isHub(site) ? own.retire(ACTOR) : client.call(peer(site), RotationMethods.RETIRE, Nothing.NOTHING);
    }

    /** The hub wrote it down when it learned of it. */
    void tell(Wwwroot site, KeyNews news) {
        if (!sites.isHub(site) && !news.isEmpty()) {
            client.call(peer(site), RotationMethods.LEARN, news);
        }
    }

    List<RehearsedPing> rehearse(Wwwroot site, List<String> others) {
        return sites.isHub(site) ? rehearsal.ping(others) : client.call(peer(site), RotationMethods.REHEARSE, others);
    }

    private Peer peer(Wwwroot site) {
        return peers.require(site);
    }
}
