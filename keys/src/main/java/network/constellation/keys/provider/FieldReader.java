package network.constellation.keys.provider;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads what {@link FieldWriter} wrote, and nothing else: wrong prefix, missing and surplus bytes are refused. */
public final class FieldReader {
    private final ByteBuffer in;

    /** @throws MalformedFieldsException when the document does not begin with this prefix */
    public FieldReader(byte[] document, String prefix) {
        this(ByteBuffer.wrap(document));
        if (!Arrays.equals(bytes(), prefix.getBytes(StandardCharsets.UTF_8))) {
            throw new MalformedFieldsException("does not begin with \"" + prefix + "\"");
        }
    }

    private FieldReader(ByteBuffer in) {
        this.in = in;
    }

    /** The fields after the first bytes, which the caller has compared with what is expected there. */
    public static FieldReader after(byte[] document, int length) {
        return new FieldReader(ByteBuffer.wrap(document).position(length));
    }

    public byte[] bytes() {
        if (in.remaining() < 4) {
            throw new MalformedFieldsException("ends before its time");
        }
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new MalformedFieldsException("has a field that is longer than itself");
        }
        byte[] field = new byte[length];
        in.get(field);
        return field;
    }

    public String text() {
        byte[] field = bytes();
        if (isAscii(field)) {
            return new String(field, StandardCharsets.US_ASCII);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(field))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new MalformedFieldsException("has a text that is not UTF-8");
        }
    }

    /** Nearly all texts are, and a strict decoder is dear to make. */
    private static boolean isAscii(byte[] field) {
        int seen = 0;
        for (byte each : field) {
            seen |= each;
        }
        return seen >= 0;
    }

    public long number() {
        byte[] field = bytes();
        if (field.length != 8) {
            throw new MalformedFieldsException("has a number that is not 8 bytes long");
        }
        return ByteBuffer.wrap(field).getLong();
    }

    /** A number from 0 to {@code max}. */
    public int number(int max) {
        long number = number();
        if (number < 0 || number > max) {
            throw new MalformedFieldsException("has the number " + number + " where at most " + max + " may be");
        }
        return (int) number;
    }

    public Instant instant() {
        try {
            return Instant.ofEpochSecond(number());
        } catch (DateTimeException outOfRange) {
            throw new MalformedFieldsException("has a time beyond all reason");
        }
    }

    /** A list of at most {@code max} items. */
    public List<byte[]> all(int max) {
        int count = number(max);
        List<byte[]> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(bytes());
        }
        return items;
    }

    /** To be called last: there must be nothing left. */
    public void end() {
        if (in.hasRemaining()) {
            throw new MalformedFieldsException("has " + in.remaining() + " bytes too many");
        }
    }
}
