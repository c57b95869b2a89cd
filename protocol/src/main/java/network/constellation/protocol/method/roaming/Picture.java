package network.constellation.protocol.method.roaming;

import java.util.Arrays;
import java.util.Optional;

/** An image file. @param mimeType absent from a Mahara */
public record Picture(byte[] bytes, Optional<String> mimeType) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Picture that && Arrays.equals(bytes, that.bytes) && mimeType.equals(that.mimeType);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(bytes) + mimeType.hashCode();
    }

    @Override
    public String toString() {
        return "Picture[" + bytes.length + " bytes, " + mimeType.orElse("unknown type") + "]";
    }
}
