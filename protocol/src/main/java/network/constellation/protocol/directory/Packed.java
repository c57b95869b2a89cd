package network.constellation.protocol.directory;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import network.constellation.keys.provider.FieldReader;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.protocol.limits.DirectoryLimits;

/**
 * A document or a delta as it is stored and sent: compressed (RFC 1950), as members repeat much of each other. The length
 * stands before it, so that a bomb is seen before it is opened.
 */
final class Packed {
    private static final String FORM = "constellation:packed:1";
    private static final int CHUNK = 64 * 1024;

    private Packed() {}

    static byte[] pack(byte[] plain) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2 + CHUNK);
            byte[] chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                out.write(chunk, 0, deflater.deflate(chunk));
            }
            return new FieldWriter(FORM)
                    .add(plain.length)
                    .add(out.toByteArray())
                    .bytes();
        } finally {
            deflater.end();
        }
    }

    /** @throws DirectoryRefusedException when it is too large, or not exactly what it says */
    static byte[] unpack(byte[] packed) throws DirectoryRefusedException {
        checkSize(packed.length);
        try {
            FieldReader in = new FieldReader(packed, FORM);
            int length = in.number(Integer.MAX_VALUE);
            byte[] content = in.bytes();
            in.end();
            checkSize(length);
            return inflate(content, length);
        } catch (IllegalArgumentException malformed) {
            throw DirectoryRefusedException.malformed("The document", malformed);
        }
    }

    private static byte[] inflate(byte[] content, int length) throws DirectoryRefusedException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(content);
            // Grows with what really comes: the length is only a claim.
            byte[] plain = new byte[Math.min(length + 1, CHUNK)];
            int filled = 0;
            while (!inflater.finished()) {
                int got = inflater.inflate(plain, filled, plain.length - filled);
                filled += got;
                boolean stuck = got == 0 && (inflater.needsInput() || inflater.needsDictionary());
                if (stuck || filled > length) {
                    throw DirectoryRefusedException.malformed("The document is not as long as it says.");
                }
                if (filled == plain.length) {
                    plain = Arrays.copyOf(plain, (int) Math.min(length + 1L, 4L * plain.length));
                }
            }
            if (filled != length || inflater.getRemaining() != 0) {
                throw DirectoryRefusedException.malformed("The document is not as long as it says.");
            }
            return Arrays.copyOf(plain, length);
        } catch (DataFormatException broken) {
            throw DirectoryRefusedException.malformed("The document is not compressed as it should be.");
        } finally {
            inflater.end();
        }
    }

    private static void checkSize(int length) throws DirectoryRefusedException {
        if (length > DirectoryLimits.DOCUMENT_BYTES) {
            throw new DirectoryRefusedException(
                    Refusal.OVERSIZE,
                    "It has " + length + " bytes; the most is " + DirectoryLimits.DOCUMENT_BYTES + ".");
        }
    }
}
