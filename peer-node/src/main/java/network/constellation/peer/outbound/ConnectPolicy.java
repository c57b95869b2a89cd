package network.constellation.peer.outbound;

import java.util.List;
import network.constellation.peer.addresses.AddressRange;

/**
 * What one peer's administrator allowed beyond the public internet over TLS. Connections are pooled per policy, so none
 * opened under a wider one serves a narrower.
 *
 * @param allowed ranges that are not public but may be connected to
 * @param plainHttp whether a connection without TLS may be made
 */
public record ConnectPolicy(List<AddressRange> allowed, boolean plainHttp) {
    public ConnectPolicy {
        allowed = List.copyOf(allowed);
    }

    /** The public internet, TLS only. */
    public static ConnectPolicy strict() {
        return new ConnectPolicy(List.of(), false);
    }
}
