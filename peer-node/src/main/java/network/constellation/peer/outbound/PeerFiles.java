package network.constellation.peer.outbound;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import network.constellation.peer.peers.Peer;

/** Plain HTTP requests for parts of a peer's files. They carry their own proof, and so does what they bring. */
@Singleton
public final class PeerFiles {
    /** Long enough for a piece over a thin line; a line that brings nothing for a minute is given up before. */
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final HttpTransport transport;
    private final Wire wire;

    @Inject
    PeerFiles(HttpTransport transport, Wire wire) {
        this.transport = transport;
        this.wire = wire;
    }

    /**
     * @param path below the peer's wwwroot
     * @param maximum the largest body accepted, in bytes; it is held in memory
     * @throws UnreachableException when no whole answer came
     */
    public HttpAnswer get(Peer peer, String path, Map<String, String> headers, int maximum) {
        URI url = URI.create(peer.wwwroot().with(path));
        return transport.get(url, wire.policy(peer.terms(), true), headers, maximum, TIMEOUT);
    }
}
