package network.constellation.protocol.independent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Envelopes as text, taken apart with patterns; and the field encoding of modern-suite.md 2. */
final class Text {
    private Text() {}

    /** Each field a byte array, a string or a long. */
    static byte[] fields(Object... values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Object value : values) {
                if (value instanceof Long number) {
                    out.writeInt(8);
                    out.writeLong(number);
                } else {
                    byte[] field = value instanceof byte[] raw ? raw : ((String) value).getBytes(UTF_8);
                    out.writeInt(field.length);
                    out.write(field);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The fields of a document, in order. */
    static List<byte[]> split(byte[] document) {
        List<byte[]> fields = new ArrayList<>();
        java.nio.ByteBuffer in = java.nio.ByteBuffer.wrap(document);
        while (in.hasRemaining()) {
            byte[] field = new byte[in.getInt()];
            in.get(field);
            fields.add(field);
        }
        return fields;
    }

    static String element(byte[] document, String name, int index) {
        Matcher matcher =
                Pattern.compile("<" + name + "[^>]*>([^<]*)</" + name + ">").matcher(new String(document, ISO_8859_1));
        for (int i = 0; i <= index; i++) {
            if (!matcher.find()) {
                throw new IllegalArgumentException("no element " + name + " number " + index);
            }
        }
        return matcher.group(1);
    }

    static byte[] decoded(byte[] document, String name, int index) {
        return Base64.getDecoder().decode(element(document, name, index));
    }

    static String b64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
