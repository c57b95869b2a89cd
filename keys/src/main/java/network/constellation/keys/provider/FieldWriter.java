package network.constellation.keys.provider;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;

/**
 * The one byte form of a list of fields: each has its length in four bytes (big-endian) before it, so no two
 * different lists have the same bytes. What is signed, hashed or sealed by this module is written like this; the first
 * field is always the prefix that names the kind of document.
 */
public final class FieldWriter {
    /** Enough for what goes with every message. */
    private static final int FIRST_CAPACITY = 512;

    private ByteBuffer out;

    public FieldWriter(String prefix) {
        this(FIRST_CAPACITY);
        add(prefix);
    }

    private FieldWriter(int capacity) {
        this.out = ByteBuffer.allocate(capacity);
    }

    /** Goes on after what another writer wrote. */
    public static FieldWriter after(byte[] begun) {
        FieldWriter writer = new FieldWriter(begun.length + FIRST_CAPACITY / 2);
        writer.out.put(begun);
        return writer;
    }

    public FieldWriter add(byte[] field) {
        field(field.length).put(field);
        return this;
    }

    public FieldWriter add(String field) {
        return add(field.getBytes(StandardCharsets.UTF_8));
    }

    public FieldWriter add(long field) {
        field(Long.BYTES).putLong(field);
        return this;
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
        return Arrays.copyOf(out.array(), out.position());
    }

    /** Writes the length of the next field, for which there is room then. */
    private ByteBuffer field(int length) {
        int needed = Integer.BYTES + length;
        if (out.remaining() < needed) {
            int capacity = Math.max(2 * out.capacity(), Math.addExact(out.position(), needed));
            out = ByteBuffer.allocate(capacity).put(out.flip());
        }
        return out.putInt(length);
    }
}
