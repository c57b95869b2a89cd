package network.constellation.protocol.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/** UTF-8 as the standard has it: the XML reader itself lets overlong forms pass. */
final class Utf8 {
    private static final int PIECE = 4_096;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    static boolean isStrict(byte[] bytes) {
        if (isAscii(bytes)) {
            return true;
        }
        CharsetDecoder decoder = UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(PIECE);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isOverflow()) {
                return !result.isError();
            }
            out.clear();
        }
    }

    /** The text of a stream; throws a {@code CharacterCodingException} where it is not UTF-8. */
    static Reader strictly(InputStream in) {
        return new InputStreamReader(in, UTF_8.newDecoder());
    }

    private static boolean isAscii(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        long seen = 0;
        while (in.remaining() >= Long.BYTES) {
            seen |= in.getLong();
        }
        while (in.hasRemaining()) {
            seen |= in.get();
        }
        return (seen & HIGH_BITS) == 0;
    }
}
