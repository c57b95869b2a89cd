package network.constellation.peer.packages;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Members into a POSIX tar inside gzip, with Moodle's index before them. */
final class TarSink implements PackageWriter.Sink {
    private static final long MOST = 0_77777777777L;
    private static final int LONGEST_NAME = 100;

    private final Quick gzip;
    private final long made;

    /** Speed before size: most of a course is compressed already. */
    private static final class Quick extends GZIPOutputStream {
        Quick(OutputStream out) throws IOException {
            super(out, 64 * 1024);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    TarSink(OutputStream out, Instant made) throws IOException {
        this.gzip = new Quick(out);
        this.made = made.getEpochSecond();
    }

    void index(Map<String, byte[]> documents, Map<String, PackageWriter.Blob> blobs) throws IOException {
        StringBuilder lines = new StringBuilder();
        int count = 0;
        String last = "";
        Map<String, Long> members = new java.util.LinkedHashMap<>();
        documents.forEach((name, content) -> members.put(name, (long) content.length));
        blobs.forEach((sha1, blob) -> members.put(PackageWriter.memberName(sha1), blob.size()));
        for (Map.Entry<String, Long> member : members.entrySet()) {
            for (String folder : PackageWriter.missing(member.getKey(), last)) {
                lines.append(folder).append("\td\t0\t?\n");
                count++;
            }
            lines.append(member.getKey())
                    .append("\tf\t")
                    .append(member.getValue())
                    .append('\t')
                    .append(made)
                    .append('\n');
            last = member.getKey();
            count++;
        }
        String whole = "Moodle archive file index. Count: " + count + "\n" + lines;
        document(".ARCHIVE_INDEX", whole.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void folder(String name) throws IOException {
        header(name, '5', 0);
    }

    @Override
    public void document(String name, byte[] content) throws IOException {
        header(name, '0', content.length);
        gzip.write(content);
        pad(content.length);
    }

    @Override
    public void blob(String name, PackageWriter.Blob blob, InputStream content) throws IOException {
        header(name, '0', blob.size());
        content.transferTo(gzip);
        pad(blob.size());
    }

    private void header(String name, char type, long size) throws IOException {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST_NAME || size > MOST) {
            throw new IOException("A tar cannot hold " + name + " of " + size + " bytes.");
        }
        byte[] block = new byte[TarHeader.BLOCK];
        System.arraycopy(bytes, 0, block, 0, bytes.length);
        octal(block, 100, 8, type == '5' ? 0755 : 0644);
        octal(block, 108, 8, 0);
        octal(block, 116, 8, 0);
        octal(block, 124, 12, size);
        octal(block, 136, 12, made);
        java.util.Arrays.fill(block, 148, 156, (byte) ' ');
        block[156] = (byte) type;
        System.arraycopy("ustar\00000".getBytes(StandardCharsets.US_ASCII), 0, block, 257, 8);
        int sum = 0;
        for (byte one : block) {
            sum += one & 0xFF;
        }
        octal(block, 148, 7, sum);
        gzip.write(block);
    }

    private static void octal(byte[] block, int from, int length, long value) {
        String digits = String.format(Locale.ROOT, "%0" + (length - 1) + "o", value);
        System.arraycopy(digits.getBytes(StandardCharsets.US_ASCII), 0, block, from, length - 1);
        block[from + length - 1] = 0;
    }

    private void pad(long size) throws IOException {
        int over = (int) (size % TarHeader.BLOCK);
        if (over != 0) {
            gzip.write(new byte[TarHeader.BLOCK - over]);
        }
    }

    @Override
    public void close() throws IOException {
        gzip.write(new byte[2 * TarHeader.BLOCK]);
        gzip.finish();
    }
}
