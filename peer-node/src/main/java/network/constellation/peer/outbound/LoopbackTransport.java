package network.constellation.peer.outbound;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import network.constellation.peer.addresses.AddressRange;
import network.constellation.peer.door.DoorConfig;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/**
 * HTTP to this node's own door and nowhere else. TLS certificates are not verified: they name the site, not the loopback
 * address, and what is sent proves itself.
 */
@Singleton
final class LoopbackTransport implements AutoCloseable {
    private final DoorConfig door;
    private @Nullable JettyTransport transport;

    @Inject
    LoopbackTransport(DoorConfig door) {
        this.door = door;
    }

    HttpAnswer post(URI url, Map<String, String> headers, byte[] body, int maximum, Duration timeout) {
        return opened().post(url, new ConnectPolicy(List.of(), true), headers, body, maximum, timeout);
    }

    private synchronized JettyTransport opened() {
        JettyTransport present = transport;
        if (present == null) {
            SslContextFactory.Client tls = new SslContextFactory.Client(true);
            present = new JettyTransport(new AddressGuard(List.of(own())), HostNames.system(), tls, false);
            transport = present;
        }
        return present;
    }

    /** Where the door listens; the loopback addresses when it listens everywhere. */
    private AddressRange own() {
        try {
            InetAddress bound = InetAddress.getByName(door.bind());
            boolean everywhere = bound.isAnyLocalAddress();
            InetAddress address =
                    everywhere ? InetAddress.getByName(door.bind().contains(":") ? "::1" : "127.0.0.1") : bound;
            return new AddressRange(address, address.getAddress().length * 8);
        } catch (UnknownHostException unknown) {
            return AddressRange.parse("127.0.0.1");
        }
    }

    @Override
    public synchronized void close() {
        if (transport != null) {
            transport.close();
            transport = null;
        }
    }
}
