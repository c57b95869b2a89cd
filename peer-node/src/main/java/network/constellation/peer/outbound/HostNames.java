package network.constellation.peer.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/** From host names to addresses. Replaceable, so that tests can give a name any address. */
@FunctionalInterface
public interface HostNames {
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /** The system's resolver, except that {@code localhost} and all names below it are loopback (RFC 6761). */
    static HostNames system() {
        return host -> {
            String name = host.toLowerCase(Locale.ROOT);
            if (name.equals("localhost") || name.endsWith(".localhost")) {
                return List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}));
            }
            return List.of(InetAddress.getAllByName(host));
        };
    }
}
