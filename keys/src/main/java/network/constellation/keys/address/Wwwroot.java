package network.constellation.keys.address;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * The base URL of a site, without trailing slash: the identity of a peer (mnet-wire.md 2.3).
 *
 * <p>Peers compare it as a string, so scheme, case, port and path all matter; a value is kept exactly as given.
 * {@link #of} refuses what could not be one, {@link #normalized} first adds a scheme and strips one trailing slash,
 * which is what an administrator's form does.
 */
public record Wwwroot(String value) implements Comparable<Wwwroot> {
    private static final int MAX_LENGTH = 255;
    private static final int MAX_PORT = 65535;

    public Wwwroot {
        URI uri = parse(value);
        if (value.length() > MAX_LENGTH) {
            throw new InvalidAddressException("longer than " + MAX_LENGTH + " characters", value);
        }
        String scheme = uri.getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw new InvalidAddressException("must begin with http:// or https://", value);
        }
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            throw new InvalidAddressException("has no host name", value);
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new InvalidAddressException("must not carry a user, a query or a fragment", value);
        }
        if (value.endsWith("/")) {
            throw new InvalidAddressException("must not end with a slash", value);
        }
        if (uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
            throw new InvalidAddressException("has a port that is not between 1 and " + MAX_PORT, value);
        }
        if (!value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new InvalidAddressException("must be plain ASCII: write other letters in their encoded form", value);
        }
        String path = uri.getPath() == null ? "" : uri.getPath();
        if (path.contains("//") || (path + "/").contains("/../") || (path + "/").contains("/./")) {
            throw new InvalidAddressException("must not contain //, /./ or /../ in its path", value);
        }
    }

    /** @throws InvalidAddressException when {@code value} is not a canonical base URL */
    public static Wwwroot of(String value) {
        return new Wwwroot(value);
    }

    /** As an administrator types it: blanks and one trailing slash are dropped, a missing scheme becomes https. */
    public static Wwwroot normalized(String typed) {
        String value = typed.strip();
        if (!value.contains("://")) {
            value = "https://" + value;
        }
        return new Wwwroot(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
    }

    public URI uri() {
        return parse(value);
    }

    /** The host name in lower case. */
    public String host() {
        return uri().getHost().toLowerCase(Locale.ROOT);
    }

    /** The port that is really used, 80 or 443 where none is written. */
    public int port() {
        int port = uri().getPort();
        return port != -1 ? port : isTls() ? 443 : 80;
    }

    /** The base path: empty, or beginning with a slash. */
    public String path() {
        int slash = value.indexOf('/', value.indexOf("://") + 3);
        return slash < 0 ? "" : value.substring(slash);
    }

    public boolean isTls() {
        return value.startsWith("https://");
    }

    /** Plain concatenation, as peers do it (mnet-wire.md 1.1). */
    public String with(String path) {
        return value + path;
    }

    @Override
    public int compareTo(Wwwroot other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static URI parse(String value) {
        try {
            return new URI(value);
        } catch (URISyntaxException malformed) {
            throw new InvalidAddressException("is not a URL: " + malformed.getReason(), value);
        }
    }
}
