package network.constellation.peer.outbound;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Bytes to a URL and back. The product has one implementation; tests may join nodes by another. */
public interface HttpTransport {

    /**
     * Posts a document; follows no redirect, sends no cookie, asks for no compression.
     *
     * @param headers beside Host and Content-Length
     * @param maximum the largest body accepted, in bytes
     * @throws UnreachableException when no whole answer came in time
     */
    HttpAnswer post(
            URI url, ConnectPolicy policy, Map<String, String> headers, byte[] body, int maximum, Duration timeout);

    /** Fetches a document under the same rules. */
    HttpAnswer get(URI url, ConnectPolicy policy, Map<String, String> headers, int maximum, Duration timeout);
}
