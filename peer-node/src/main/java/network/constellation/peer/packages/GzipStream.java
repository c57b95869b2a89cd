package network.constellation.peer.packages;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * One gzip member and nothing after it (section 4.4.2). The JDK's stream would join further members and overlook what
 * follows; this one refuses both, a wrong checksum and a cut end.
 */
final class GzipStream extends InputStream {
    private static final int PIECE = 64 * 1024;
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int LONGEST_TEXT = 64 * 1024;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] compressed = new byte[PIECE];
    private int fed;
    private boolean ended;

    GzipStream(InputStream in) throws IOException {
        this.in = in;
        byte[] head = new byte[10];
        exactly(head);
        if ((head[0] & 0xFF) != 0x1F || (head[1] & 0xFF) != 0x8B || head[2] != 8 || (head[3] & 0xE0) != 0) {
            throw new RefusedSignal(Refusal.MALFORMED_CONTAINER, "");
        }
        skipOptional(head[3]);
    }

    private void skipOptional(int flags) throws IOException {
        if ((flags & EXTRA) != 0) {
            int length = next() | next() << 8;
            exactly(new byte[length]);
        }
        for (int text : new int[] {NAME, COMMENT}) {
            int read = 0;
            while ((flags & text) != 0 && next() != 0) {
                if (++read > LONGEST_TEXT) {
                    throw new RefusedSignal(Refusal.MALFORMED_CONTAINER, "");
                }
            }
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            exactly(new byte[2]);
        }
    }

    /** Compressed bytes used so far. */
    long consumed() {
        return inflater.getBytesRead();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (ended || length == 0) {
            return ended ? -1 : 0;
        }
        try {
            int produced = inflater.inflate(bytes, offset, length);
            while (produced == 0 && !inflater.finished()) {
                if (inflater.needsDictionary()) {
                    throw new RefusedSignal(Refusal.MALFORMED_CONTAINER, "");
                }
                fed = in.read(compressed, 0, PIECE);
                if (fed < 0) {
                    throw new RefusedSignal(Refusal.TRUNCATED, "");
                }
                inflater.setInput(compressed, 0, fed);
                produced = inflater.inflate(bytes, offset, length);
            }
            checksum.update(bytes, offset, produced);
            if (produced == 0) {
                checkTrailer();
                ended = true;
                return -1;
            }
            return produced;
        } catch (DataFormatException damaged) {
            throw new RefusedSignal(Refusal.WRONG_CHECKSUM, "");
        }
    }

    private void checkTrailer() throws IOException {
        int left = inflater.getRemaining();
        byte[] trailer = new byte[8];
        int have = Math.min(8, left);
        System.arraycopy(compressed, fed - left, trailer, 0, have);
        if (have < 8 && in.readNBytes(trailer, have, 8 - have) < 8 - have) {
            throw new RefusedSignal(Refusal.TRUNCATED, "");
        }
        if (little(trailer, 0) != checksum.getValue()
                || little(trailer, 4) != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw new RefusedSignal(Refusal.WRONG_CHECKSUM, "");
        }
        if (left > 8 || in.read() >= 0) {
            throw new RefusedSignal(Refusal.TRAILING_BYTES, "");
        }
    }

    private int next() throws IOException {
        int read = in.read();
        if (read < 0) {
            throw new RefusedSignal(Refusal.TRUNCATED, "");
        }
        return read;
    }

    private void exactly(byte[] into) throws IOException {
        if (in.readNBytes(into, 0, into.length) < into.length) {
            throw new RefusedSignal(Refusal.TRUNCATED, "");
        }
    }

    private static long little(byte[] bytes, int at) {
        return (bytes[at] & 0xFFL)
                | (bytes[at + 1] & 0xFFL) << 8
                | (bytes[at + 2] & 0xFFL) << 16
                | (bytes[at + 3] & 0xFFL) << 24;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
