package network.constellation.peer.outbound;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.peers.PeerTerms;

/** Forms posted to a site outside the protocol's door, such as the originals' key boot (network-admin.md 2.2). */
@Singleton
public final class FormPost {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int LONGEST = 64 * 1024;

    private final HttpTransport transport;
    private final Wire wire;

    @Inject
    FormPost(HttpTransport transport, Wire wire) {
        this.transport = transport;
        this.wire = wire;
    }

    /**
     * Over verified TLS, unless the terms or the configuration say otherwise.
     *
     * @param path below the site's wwwroot
     * @throws UnreachableException when no whole answer came
     */
    public HttpAnswer post(Wwwroot site, PeerTerms terms, String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return transport.post(
                URI.create(site.with(path)),
                wire.policy(terms, false),
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                form.getBytes(StandardCharsets.US_ASCII),
                LONGEST,
                TIMEOUT);
    }
}
