package network.constellation.peer.packages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The bytes of one member of a ZIP file, counted; at its end size and checksum must be what its headers said. */
final class ZipMemberStream extends InputStream {
    private static final int PIECE = 64 * 1024;

    private final FileChannel file;
    private final ZipEntryHeader entry;
    private final String name;
    private final Meter meter;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] compressed = new byte[PIECE];
    private final long begin;
    private final long end;
    private long at;
    private long produced;
    private boolean ended;

    ZipMemberStream(FileChannel file, long begin, ZipEntryHeader entry, String name, Meter meter) {
        this.file = file;
        this.entry = entry;
        this.name = name;
        this.meter = meter;
        this.begin = begin;
        this.end = begin + entry.compressed();
        this.at = begin;
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
        int piece = entry.method() == ZipEntryHeader.STORED
                ? stored(bytes, offset, length)
                : inflated(bytes, offset, length);
        if (piece <= 0) {
            finish();
            ended = true;
            return -1;
        }
        checksum.update(bytes, offset, piece);
        produced += piece;
        meter.size(name, produced);
        meter.produced(name, piece, produced, at - begin, at);
        return piece;
    }

    private int stored(byte[] bytes, int offset, int length) throws IOException {
        return at >= end ? -1 : fetch(bytes, offset, (int) Math.min(length, end - at));
    }

    private int inflated(byte[] bytes, int offset, int length) throws IOException {
        try {
            int piece = inflater.inflate(bytes, offset, length);
            while (piece == 0 && !inflater.finished()) {
                if (inflater.needsDictionary() || at >= end) {
                    throw new RefusedSignal(Refusal.WRONG_CHECKSUM, name);
                }
                inflater.setInput(compressed, 0, fetch(compressed, 0, (int) Math.min(PIECE, end - at)));
                piece = inflater.inflate(bytes, offset, length);
            }
            return piece;
        } catch (DataFormatException damaged) {
            throw new RefusedSignal(Refusal.WRONG_CHECKSUM, name);
        }
    }

    private int fetch(byte[] into, int offset, int length) throws IOException {
        int read = file.read(ByteBuffer.wrap(into, offset, length), at);
        if (read < 0) {
            throw new RefusedSignal(Refusal.TRUNCATED, name);
        }
        at += read;
        return read;
    }

    private void finish() throws RefusedSignal {
        boolean whole = produced == entry.size()
                && at == end
                && (entry.method() == ZipEntryHeader.STORED || inflater.getRemaining() == 0);
        if (!whole) {
            throw new RefusedSignal(Refusal.HEADERS_DISAGREE, name);
        }
        if (checksum.getValue() != entry.crc()) {
            throw new RefusedSignal(Refusal.WRONG_CHECKSUM, name);
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
