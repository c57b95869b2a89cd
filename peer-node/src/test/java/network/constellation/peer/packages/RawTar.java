package network.constellation.peer.packages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Writes tar blocks as they are told, right or wrong; knows nothing of the program's own writer. */
final class RawTar {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    RawTar file(String name, byte[] content) {
        return member(name, '0', content.length, content);
    }

    RawTar folder(String name) {
        return member(name, '5', 0, new byte[0]);
    }

    /** @param size as the header says; the content may be another */
    RawTar member(String name, char type, long size, byte[] content) {
        byte[] block = new byte[512];
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(text, 0, block, 0, Math.min(100, text.length));
        put(block, 100, "0000644\0");
        put(block, 108, "0000000\0");
        put(block, 116, "0000000\0");
        put(block, 124, String.format(Locale.ROOT, "%011o\0", size));
        put(block, 136, "00000000000\0");
        put(block, 148, "        ");
        block[156] = (byte) type;
        put(block, 157, type == '1' || type == '2' ? "/etc/passwd" : "");
        put(block, 257, "ustar\00000");
        int sum = 0;
        for (byte one : block) {
            sum += one & 0xFF;
        }
        put(block, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
        out.writeBytes(block);
        out.writeBytes(content);
        out.writeBytes(new byte[(512 - content.length % 512) % 512]);
        return this;
    }

    private static void put(byte[] block, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }

    /** Something after all members so far. */
    RawTar raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** With the two blocks of the end, compressed. */
    byte[] packed() {
        out.writeBytes(new byte[1024]);
        return compressed();
    }

    byte[] compressed() {
        return gzip(out.toByteArray());
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
