package network.constellation.peer.door;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;
import org.jspecify.annotations.Nullable;

/**
 * Believes X-Forwarded-* headers of the listed proxies, and of nobody else. Of several addresses in X-Forwarded-For
 * the last one counts that is not itself such a proxy: everything before it was written by the client.
 */
final class TrustedProxies implements HttpConfiguration.Customizer {
    private static final int MOST_HOPS = 20;

    private final List<Network> proxies;

    TrustedProxies(List<String> proxies) {
        this.proxies = proxies.stream().map(Network::parse).toList();
    }

    boolean trusts(InetAddress address) {
        return proxies.stream().anyMatch(proxy -> proxy.contains(address));
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        InetAddress direct = direct(request);
        if (proxies.isEmpty() || direct == null || !trusts(direct)) {
            return request;
        }
        HttpFields headers = request.getHeaders();
        InetSocketAddress client = new InetSocketAddress(client(headers, direct), 0);
        String proto = first(headers, "X-Forwarded-Proto");
        boolean secure = proto == null ? request.isSecure() : proto.equalsIgnoreCase("https");
        String host = first(headers, "X-Forwarded-Host");
        HttpURI.Mutable uri = HttpURI.build(request.getHttpURI()).scheme(secure ? "https" : "http");
        if (host != null) {
            authority(host, uri);
        }
        HttpURI seen = uri.asImmutable();
        ConnectionMetaData connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
            @Override
            public SocketAddress getRemoteSocketAddress() {
                return client;
            }

            @Override
            public boolean isSecure() {
                return secure;
            }
        };
        return new Request.Wrapper(request) {
            @Override
            public HttpURI getHttpURI() {
                return seen;
            }

            @Override
            public ConnectionMetaData getConnectionMetaData() {
                return connection;
            }

            @Override
            public boolean isSecure() {
                return secure;
            }
        };
    }

    private InetAddress client(HttpFields headers, InetAddress direct) {
        String[] hops =
                String.join(",", headers.getValuesList("X-Forwarded-For")).split(",");
        InetAddress client = direct;
        for (int i = hops.length - 1; i >= Math.max(0, hops.length - MOST_HOPS); i--) {
            InetAddress hop = address(hops[i].strip());
            if (hop == null) {
                return client;
            }
            client = hop;
            if (!trusts(hop)) {
                return client;
            }
        }
        return client;
    }

    static @Nullable InetAddress direct(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress remote
                ? remote.getAddress()
                : null;
    }

    private static @Nullable InetAddress address(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        return InetAddresses.isInetAddress(bare) ? InetAddresses.forString(bare) : null;
    }

    private static void authority(String host, HttpURI.Mutable uri) {
        try {
            HostPort parsed = new HostPort(host);
            uri.host(parsed.getHost()).port(parsed.getPort());
        } catch (IllegalArgumentException malformed) {
            // The Host header stays.
        }
    }

    private static @Nullable String first(HttpFields headers, String name) {
        String value = headers.get(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        int comma = value.indexOf(',');
        return (comma < 0 ? value : value.substring(0, comma)).strip();
    }
}
