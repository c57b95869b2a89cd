package network.constellation.peer.packages;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A tar archive inside gzip, read once from its beginning to its end; the index it may carry is never believed. */
final class TarArchive implements Archive {
    private static final int BUFFER = 256 * 1024;
    private static final int LONGEST_EXTENDED = 64 * 1024;
    private static final long MOST_PADDING = 1024 * 1024;

    /** Keys of an extended header that would change what the next member is. */
    private static final List<String> RENAMING =
            List.of("path", "linkpath", "size", "hdrcharset", "charset", "GNU.sparse");

    private final Path file;
    private final Meter meter;

    TarArchive(Path file, Meter meter) {
        this.file = file;
        this.meter = meter;
    }

    @Override
    public void read(Visitor visitor) throws IOException {
        MemberNames names = new MemberNames();
        try (GzipStream in = new GzipStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            byte[] block = new byte[TarHeader.BLOCK];
            while (next(in, block)) {
                TarHeader header = TarHeader.of(block);
                meter.member(header.name());
                header.requireKnown();
                if (header.type() == 'x' || header.type() == 'g') {
                    checkExtended(header, in);
                    continue;
                }
                String name = names.accept(header.name());
                if (header.folder() && header.size() != 0) {
                    throw new RefusedSignal(Refusal.MALFORMED_CONTAINER, name);
                }
                long before = in.consumed();
                MemberStream content = new MemberStream(in, name, header.size(), before);
                if (!name.isEmpty()) {
                    visitor.member(new Member(name, header.folder()), content);
                }
                content.drain();
                padding(in, header.size());
            }
            checkEnd(in);
        }
    }

    /** @return false at the first block of the end */
    private static boolean next(InputStream in, byte[] block) throws IOException {
        int read = in.readNBytes(block, 0, TarHeader.BLOCK);
        if (read < TarHeader.BLOCK) {
            throw new RefusedSignal(Refusal.TRUNCATED, "");
        }
        return !zeros(block, read);
    }

    private static void padding(InputStream in, long size) throws IOException {
        int over = (int) (size % TarHeader.BLOCK);
        if (over != 0 && in.readNBytes(TarHeader.BLOCK - over).length < TarHeader.BLOCK - over) {
            throw new RefusedSignal(Refusal.TRUNCATED, "");
        }
    }

    /** The end is two blocks of zeros at least, then nothing but zeros, and the gzip trailer. */
    private static void checkEnd(InputStream in) throws IOException {
        byte[] block = new byte[TarHeader.BLOCK];
        if (in.readNBytes(block, 0, TarHeader.BLOCK) < TarHeader.BLOCK) {
            throw new RefusedSignal(Refusal.TRUNCATED, "");
        }
        long padding = 0;
        for (int read = TarHeader.BLOCK; read > 0; read = in.readNBytes(block, 0, TarHeader.BLOCK)) {
            padding += read;
            if (!zeros(block, read) || padding > MOST_PADDING) {
                throw new RefusedSignal(Refusal.TRAILING_BYTES, "");
            }
        }
    }

    private static boolean zeros(byte[] block, int length) {
        for (int i = 0; i < length; i++) {
            if (block[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Times and owners may stand there, and are not looked at; anything that renames or resizes refuses the package. */
    private static void checkExtended(TarHeader header, InputStream in) throws IOException {
        if (header.size() > LONGEST_EXTENDED) {
            throw new RefusedSignal(Refusal.MEMBER_TYPE, header.name());
        }
        byte[] records = in.readNBytes((int) header.size());
        if (records.length < header.size()) {
            throw new RefusedSignal(Refusal.TRUNCATED, "");
        }
        padding(in, header.size());
        String text = new String(records, StandardCharsets.UTF_8);
        for (String key : RENAMING) {
            // Records have a length, a blank, a key; a value that imitates one refuses the package too, which harms
            // nobody.
            if (text.contains(" " + key + "=") || text.contains(" " + key + ".")) {
                throw new RefusedSignal(Refusal.MEMBER_TYPE, header.name());
            }
        }
    }

    /** The bytes of one member, counted; ends where the member ends. */
    private final class MemberStream extends InputStream {
        private final GzipStream in;
        private final String name;
        private final long size;
        private final long before;
        private long read;

        MemberStream(GzipStream in, String name, long size, long before) {
            this.in = in;
            this.name = name;
            this.size = size;
            this.before = before;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (read >= size) {
                return -1;
            }
            int piece = in.read(bytes, offset, (int) Math.min(length, size - read));
            if (piece < 0) {
                throw new RefusedSignal(Refusal.TRUNCATED, name);
            }
            read += piece;
            meter.size(name, read);
            meter.produced(name, piece, read, in.consumed() - before, in.consumed());
            return piece;
        }

        void drain() throws IOException {
            byte[] piece = new byte[64 * 1024];
            while (read(piece, 0, piece.length) >= 0) {
                // Only to get past it.
            }
        }
    }
}
