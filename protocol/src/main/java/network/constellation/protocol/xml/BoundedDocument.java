package network.constellation.protocol.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import network.constellation.protocol.xml.MalformedDocumentException.Reason;

/** A document that streams past, its first bytes held so that they can be looked at before, its length bounded. */
final class BoundedDocument extends InputStream {
    private static final int HEAD = 256;

    private final InputStream in;
    private final long limit;
    private final byte[] head = new byte[HEAD];
    private final int held;
    private int given;
    private long read;

    BoundedDocument(InputStream in, long limit) throws IOException {
        this.in = in;
        this.limit = limit;
        this.held = in.readNBytes(head, 0, HEAD);
        count(held);
    }

    byte[] head() {
        return Arrays.copyOf(head, held);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (given < held) {
            int piece = Math.min(length, held - given);
            System.arraycopy(head, given, bytes, offset, piece);
            given += piece;
            return piece;
        }
        int piece = in.read(bytes, offset, length);
        if (piece > 0) {
            count(piece);
        }
        return piece;
    }

    private void count(int piece) {
        read += piece;
        if (read > limit) {
            throw new MalformedDocumentException(Reason.TOO_LARGE, "more than " + limit + " bytes");
        }
    }
}
