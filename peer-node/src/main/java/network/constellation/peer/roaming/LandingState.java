package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.Digests;

/**
 * The secret of a landing that this site asked for: it travels in the wanted address, which every identity provider hands
 * through unread, and in a cookie of this browser. Nobody else can know it, so nobody else's token can come back with it.
 */
@Singleton
final class LandingState {
    /** Name of the cookie that holds {@link Asked#cookie}. */
    static final String COOKIE = "landing";

    private static final String PREFIX = "/roaming/landing?state=";
    private static final String WANTED = "&to=";
    private static final int BYTES = 16;

    private final SecureRandom random;

    @Inject
    LandingState(SecureRandom random) {
        this.random = random;
    }

    /** @param wantsurl what to send to the identity provider; @param cookie what the browser keeps meanwhile */
    record Asked(String wantsurl, String cookie) {}

    /** A landing that came back. @param wanted where the person really wants to be */
    record Returned(String state, String wanted) {}

    Asked ask(Wwwroot home, String wanted) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String state = HexFormat.of().formatHex(bytes);
        String wantsurl = PREFIX + state + WANTED + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
        return new Asked(wantsurl, state + " " + home.value());
    }

    /** Empty for an ordinary wanted address. */
    static Optional<Returned> read(String wantsurl) {
        if (!wantsurl.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String rest = wantsurl.substring(PREFIX.length());
        int end = rest.indexOf(WANTED);
        if (end < 0) {
            return Optional.of(new Returned(rest, ""));
        }
        return Optional.of(new Returned(rest.substring(0, end), decode(rest.substring(end + WANTED.length()))));
    }

    /** Whether this browser asked for this landing, from this home. */
    static boolean matches(Returned returned, String cookie, Wwwroot home) {
        byte[] expected = cookie.getBytes(StandardCharsets.UTF_8);
        byte[] given = (returned.state() + " " + home.value()).getBytes(StandardCharsets.UTF_8);
        return returned.state().length() == 2 * BYTES && Digests.equal(expected, given);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
