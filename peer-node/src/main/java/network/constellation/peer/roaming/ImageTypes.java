package network.constellation.peer.roaming;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What an image really is, by its first bytes: what a peer says of it is not believed. */
final class ImageTypes {
    private ImageTypes() {}

    /** Empty for anything that a browser should not show. */
    static Optional<String> of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 12), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of("image/png");
        } else if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        } else if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return Optional.of("image/gif");
        } else if (head.startsWith("RIFF") && head.endsWith("WEBP")) {
            return Optional.of("image/webp");
        }
        return Optional.empty();
    }
}
