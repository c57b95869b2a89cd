package network.constellation.peer.outbound;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import network.constellation.keys.suite.Suite;
import network.constellation.peer.peers.Peer;

/** Whether a peer's door can be reached at all, step by step: what a failed call does not tell. */
@Singleton
public final class LinkProbe {
    private final SocketProbe sockets;
    private final Wire wire;

    @Inject
    LinkProbe(SocketProbe sockets, Wire wire) {
        this.sockets = sockets;
        this.wire = wire;
    }

    /** Opens a connection of its own, under the terms of this peer; some seconds at most. */
    public Reached probe(Peer peer) {
        return sockets.probe(URI.create(peer.rpcUrl()), wire.policy(peer.terms(), peer.callSuite() == Suite.MODERN));
    }
}
