package network.constellation.keys.provider;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;

/**
 * The one byte form of a list of fields: each has its length in four bytes (big-endian) before it, so no two
 * different lists have the same bytes. What is signed, hashed or sealed by this module is written like this; the first
 * field is always the prefix that names the kind of document.
 */
public final class FieldWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public FieldWriter(String prefix) {
        add(prefix);
    }

    public FieldWriter add(byte[] field) {
        out.writeBytes(ByteBuffer.allocate(4).putInt(field.length).array());
        out.writeBytes(field);
        return this;
    }

    public FieldWriter add(String field) {
        return add(field.getBytes(StandardCharsets.UTF_8));
    }

    public FieldWriter add(long field) {
        return add(ByteBuffer.allocate(8).putLong(field).array());
    }

    /** With the precision of a second, which is what certificates have. */
    public FieldWriter add(Instant field) {
        return add(field.getEpochSecond());
    }

    /** The number of items, then each of them. */
    public FieldWriter addAll(Collection<byte[]> items) {
        add(items.size());
        items.forEach(this::add);
        return this;
    }

    public byte[] bytes() {
        return out.toByteArray();
    }
}
