package network.constellation.protocol.envelope;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Collects the text of one element as bytes. Not thread-safe. */
final class TextSink {
    private static final byte[] EMPTY = new byte[0];
    private static final int FIRST_CAPACITY = 64;

    private final int limit;
    private byte[] bytes = EMPTY;
    private int length;
    private int white;
    private boolean foreign;
    private boolean overflow;

    /** @param limit most characters, white space included */
    TextSink(int limit) {
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
        // No branch in this loop: nearly all bytes of an envelope pass here.
        byte[] target = bytes;
        int at = length;
        int seen = 0;
        int blanks = 0;
        for (int i = start; i < start + count; i++) {
            char character = characters[i];
            target[at++] = (byte) character;
            seen |= character;
            blanks += (character - '!') >>> 31;
        }
        length = at;
        white += blanks;
        foreign |= seen > 0x7F;
    }

    /** Nothing, or nothing but white space. */
    boolean isEmpty() {
        return length == white;
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

    /** The bytes for which this is the base64 text, or null when it is none, or not complete with its padding. */
    byte @Nullable [] decoded() {
        if (foreign || overflow || (length - white) % 4 != 0) {
            return null;
        }
        try {
            return Base64.getDecoder().decode(withoutWhite());
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private byte[] withoutWhite() {
        if (white == 0) {
            return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        }
        byte[] dense = new byte[length - white];
        int at = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] > ' ') {
                dense[at++] = bytes[i];
            }
        }
        return dense;
    }
}
