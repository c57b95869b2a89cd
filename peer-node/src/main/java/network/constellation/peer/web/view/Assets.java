package network.constellation.peer.web.view;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import network.constellation.keys.provider.Digests;

/**
 * Files that every page needs, served by the node itself under a path that holds the hash of their content, so that
 * browsers keep them for ever. A room's file is added to its module's {@code static} folder of resources. Thread-safe.
 */
@Singleton
public final class Assets {
    public static final String PREFIX = "/assets/";
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
    private static final String FOLDER = "/network/constellation/static/";
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon");

    private final Map<String, Optional<Asset>> byName = new ConcurrentHashMap<>();

    @Inject
    public Assets() {}

    /** One file: its content and where it is served. */
    public record Asset(String path, String contentType, byte[] bytes) {}

    /** The path of a file, relative to the tenant's base. */
    public String path(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException("There is no static file " + name))
                .path();
    }

    /** @param path {@code /assets/HASH/NAME}; another hash than the present one is not found */
    public Optional<Asset> at(String path) {
        int slash = path.indexOf('/', PREFIX.length());
        if (!path.startsWith(PREFIX) || slash < 0) {
            return Optional.empty();
        }
        return find(path.substring(slash + 1)).filter(asset -> asset.path().equals(path));
    }

    private Optional<Asset> find(String name) {
        if (!name.matches("[a-z0-9-]{1,40}\\.[a-z]{2,4}")) {
            return Optional.empty();
        }
        Optional<Asset> known = byName.get(name);
        if (known == null) {
            known = load(name);
            // Only files that exist are remembered: names come from strangers.
            known.ifPresent(asset -> byName.put(name, Optional.of(asset)));
        }
        return known;
    }

    private static Optional<Asset> load(String name) {
        String type = TYPES.get(name.substring(name.indexOf('.') + 1));
        try (InputStream in = Assets.class.getResourceAsStream(name.equals("htmx.js") ? HTMX : FOLDER + name)) {
            if (in == null || type == null) {
                return Optional.empty();
            }
            byte[] bytes = in.readAllBytes();
            return Optional.of(new Asset(PREFIX + hash(bytes) + "/" + name, type, bytes));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Digests.sha256(bytes), 0, 8);
    }
}
