package network.constellation.peer.web.session;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import network.constellation.keys.provider.Digests;

/** What is derived from a random secret: the name under which it is stored, and the token for forms. */
public final class Secrets {
    private Secrets() {}

    /** One way: the name tells nothing about the secret. */
    public static String nameOf(String secret) {
        return sha256("name:" + secret);
    }

    /** The CSRF token of a browser that holds {@code secret} in a cookie. */
    public static String formToken(String secret) {
        return sha256("form:" + secret);
    }

    /** In constant time. */
    public static boolean same(String one, String other) {
        return Digests.equal(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(Digests.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }
}
