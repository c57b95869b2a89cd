package network.constellation.testnetwork.vectors.independent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A list of fields, each behind its length in four bytes: the byte form of everything that the modern suite hashes. */
public final class PlainFields {
    private PlainFields() {}

    /** @param fields texts, bytes, or numbers of eight bytes */
    public static byte[] of(Object... fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Object field : fields) {
            byte[] bytes = field instanceof byte[] raw
                    ? raw
                    : field instanceof Long number
                            ? ByteBuffer.allocate(8).putLong(number).array()
                            : field.toString().getBytes(UTF_8);
            out.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }

    static List<byte[]> read(byte[] encoded) {
        ByteBuffer in = ByteBuffer.wrap(encoded);
        List<byte[]> fields = new ArrayList<>();
        while (in.hasRemaining()) {
            byte[] field = new byte[in.getInt()];
            in.get(field);
            fields.add(field);
        }
        return fields;
    }
}
