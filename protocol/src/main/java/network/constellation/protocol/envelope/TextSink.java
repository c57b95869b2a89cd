package network.constellation.protocol.envelope;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Collects the text of one element as bytes; for base64 it drops white space on the way. Not thread-safe. */
final class TextSink {
    private static final byte[] EMPTY = new byte[0];
    private static final int FIRST_CAPACITY = 512;

    private final boolean base64;
    private final int limit;
    private byte[] bytes = EMPTY;
    private int length;
    private boolean foreign;
    private boolean overflow;

    TextSink(boolean base64, int limit) {
        this.base64 = base64;
        this.limit = limit;
    }

    void append(char[] characters, int start, int count) {
        if (overflow || count > limit - length) {
            overflow = true;
            return;
        }
        if (bytes.length - length < count) {
            int wanted = Math.max(Math.max(FIRST_CAPACITY, length + count), Math.min(bytes.length * 2, limit));
            bytes = Arrays.copyOf(bytes, wanted);
        }
        int at = length;
        byte[] target = bytes;
        for (int i = start; i < start + count; i++) {
            char character = characters[i];
            if (base64 && character <= ' ') {
                continue;
            }
            if (character > 0x7E) {
                foreign = true;
            }
            target[at++] = (byte) character;
        }
        length = at;
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** Longer than allowed: the rest was dropped. */
    boolean overflowed() {
        return overflow;
    }

    /** The text; characters beyond ASCII never occur in what we accept, so they become a question mark. */
    String text() {
        if (foreign) {
            return "?";
        }
        return new String(bytes, 0, length, ISO_8859_1);
    }

    /** The decoded bytes, or null when this is no complete base64 text with its padding. */
    byte @Nullable [] decoded() {
        if (foreign || overflow || length % 4 != 0) {
            return null;
        }
        try {
            return Base64.getDecoder().decode(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
