package network.constellation.hub.standby;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The copy of the hub's state on its way. */
final class CopyText {
    private static final int MOST = 256 * 1024 * 1024;

    private CopyText() {}

    static byte[] compressed(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(content);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }

    /** @throws IllegalArgumentException when it is not compressed, or larger than any hub's state */
    static byte[] expanded(byte[] compressed) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            byte[] content = zip.readNBytes(MOST + 1);
            if (content.length > MOST) {
                throw new IllegalArgumentException("The copy is larger than any hub's state may be.");
            }
            return content;
        } catch (IOException broken) {
            throw new IllegalArgumentException("The copy cannot be read: " + broken.getMessage());
        }
    }
}
