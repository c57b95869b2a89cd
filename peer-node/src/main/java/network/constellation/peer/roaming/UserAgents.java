package network.constellation.peer.roaming;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import network.constellation.keys.provider.Digests;
import org.jspecify.annotations.Nullable;

/** The mark of a browser on this wire: the SHA-1 of its User-Agent header in lower-case hex (mnet-wire.md 11). */
final class UserAgents {
    private UserAgents() {}

    /** @param header as the servlet gives it, one character per byte; absent counts as empty, as in PHP */
    static String hash(@Nullable String header) {
        String text = header == null ? "" : header;
        return HexFormat.of().formatHex(Digests.sha1(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
