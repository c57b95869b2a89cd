package network.constellation.peer.roaming;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody wants to be after landing: a path of one site, or that site's home page (mnet-wire.md 11.1, steps 4 and
 * 8). Peers join wwwroot and path by plain concatenation, so {@code @host} or {@code .host} would name another site;
 * whatever is not plainly a path is refused, the result is compared with the site's origin, and nothing is repaired.
 */
final class WantsUrl {
    /** The path that is always safe. */
    static final String HOME = "/";

    private static final int MOST_CHARACTERS = 2000;
    private static final int MOST_ENCODINGS = 3;
    private static final String ENCODED_BY_US = " \"<>^`{|}";

    /** Doors that act or lead on to other sites; nobody is sent through them from outside. */
    private static final List<String> DOORS =
            List.of("/auth/", "/mnet/", "/api/", "/login/logout", "/logout", "/jump", "/network/go");

    private WantsUrl() {}

    /** The address to send a browser to: the wanted page of {@code site}, or its home page. */
    static String absolute(Wwwroot site, @Nullable String wanted) {
        return site.with(path(site, wanted).orElse(HOME));
    }

    /** The wanted page as a path below {@code site}, beginning with one slash; empty when it is none, or none of this site. */
    static Optional<String> path(Wwwroot site, @Nullable String wanted) {
        if (wanted == null || wanted.isEmpty() || wanted.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        String path = withoutSite(site, wanted);
        if (!path.startsWith("/") || path.startsWith("//") || !isClean(path)) {
            return Optional.empty();
        }
        String encoded = encode(path);
        return staysOn(site, encoded) ? Optional.of(encoded) : Optional.empty();
    }

    /** Old links may carry the whole address of a page of the site. */
    private static String withoutSite(Wwwroot site, String wanted) {
        String root = site.value();
        if (!wanted.startsWith(root)) {
            return wanted;
        }
        String rest = wanted.substring(root.length());
        return rest.isEmpty() ? HOME : rest;
    }

    private static boolean isClean(String path) {
        if (!isPlainText(path)) {
            return false;
        }
        String beforeQuery = path.split("[?#]", 2)[0];
        String decoded = beforeQuery;
        for (int round = 0; round < MOST_ENCODINGS; round++) {
            if (!isPlainText(decoded) || !hasPlainSegments(decoded) || isDoor(decoded)) {
                return false;
            }
            String next = decode(decoded);
            if (next.equals(decoded)) {
                return slashes(decoded) == slashes(beforeQuery);
            }
            decoded = next;
        }
        return false;
    }

    /** No control characters, no backslash (browsers read it as a slash), no half of a surrogate pair. */
    private static boolean isPlainText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || c == '\\' || c == '\uFFFD') {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static boolean hasPlainSegments(String path) {
        if (path.contains("//")) {
            return false;
        }
        for (String segment : path.split("/")) {
            if (segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDoor(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return DOORS.stream().anyMatch(door -> lower.startsWith(door) || lower.equals(door.replaceFirst("/$", "")));
    }

    private static long slashes(String text) {
        return text.chars().filter(c -> c == '/').count();
    }

    /** One round of percent decoding; what is no encoding stays. */
    private static String decode(String text) {
        byte[] out = new byte[text.length() * 3];
        int length = 0;
        for (int i = 0; i < text.length(); ) {
            int code = text.codePointAt(i);
            int high = code == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                out[length++] = (byte) (high * 16 + low);
                i += 3;
            } else {
                byte[] bytes = Character.toString(code).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(bytes, 0, out, length, bytes.length);
                length += bytes.length;
                i += Character.charCount(code);
            }
        }
        return new String(out, 0, length, StandardCharsets.UTF_8);
    }

    private static String encode(String path) {
        StringBuilder encoded = new StringBuilder(path.length() + 16);
        path.codePoints().forEach(code -> {
            if (code < 128 && ENCODED_BY_US.indexOf(code) < 0) {
                encoded.appendCodePoint(code);
            } else {
                for (byte b : Character.toString(code).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xff));
                }
            }
        });
        return encoded.toString();
    }

    /** The last word: what a browser would really open has the site's scheme, host, port and base path. */
    private static boolean staysOn(Wwwroot site, String path) {
        try {
            URI home = site.uri();
            URI there = new URI(site.with(path)).normalize();
            return home.getScheme().equals(there.getScheme())
                    && home.getHost().equalsIgnoreCase(there.getHost())
                    && home.getPort() == there.getPort()
                    && there.getRawUserInfo() == null
                    && there.getRawPath().startsWith(site.path() + "/");
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
