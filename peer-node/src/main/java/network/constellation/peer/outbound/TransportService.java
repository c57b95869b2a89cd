package network.constellation.peer.outbound;

import com.google.inject.Provider;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import network.constellation.peer.lifecycle.NodeService;

/** Ends the HTTP client with the node. */
@Singleton
final class TransportService implements NodeService {
    private final Provider<JettyTransport> transport;
    private final LoopbackTransport loopback;

    @Inject
    TransportService(Provider<JettyTransport> transport, LoopbackTransport loopback) {
        this.transport = transport;
        this.loopback = loopback;
    }

    @Override
    public Phase phase() {
        return Phase.EARLY;
    }

    @Override
    public void start() {
        transport.get();
    }

    @Override
    public void stop() {
        loopback.close();
        transport.get().close();
    }
}
