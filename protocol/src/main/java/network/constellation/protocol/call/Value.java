package network.constellation.protocol.call;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One XML-RPC value (mnet-wire.md 10.2). Immutable. Raw maps and XML stay inside the codec; features see records
 * that a {@link network.constellation.protocol.method.ValueCodec} makes of these.
 */
public sealed interface Value {

    /** A whole number; peers of the 4.2 era may exceed 32 bits. */
    record Int(long value) implements Value {}

    record Bool(boolean value) implements Value {}

    /** A finite floating point number. */
    record Dbl(double value) implements Value {}

    record Str(String value) implements Value {}

    /** A date without zone, seconds precision. */
    record Date(LocalDateTime value) implements Value {}

    record Arr(List<Value> items) implements Value {
        public Arr {
            items = List.copyOf(items);
        }
    }

    /** Named members in the order of the document. */
    record Struct(Map<String, Value> members) implements Value {
        public Struct {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /** Bytes sent as {@code base64}. */
    record Base64(byte[] bytes) implements Value {
        @Override
        public boolean equals(Object other) {
            return other instanceof Base64 that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    /** Accepted when a peer sends it, never written: it goes out as an empty string (mnet-wire.md 10.2). */
    record Nil() implements Value {}

    static Value of(String value) {
        return new Str(value);
    }

    static Value of(long value) {
        return new Int(value);
    }

    static Value of(boolean value) {
        return new Bool(value);
    }

    static Value of(double value) {
        return new Dbl(value);
    }

    static Value array(List<? extends Value> items) {
        return new Arr(List.copyOf(items));
    }
}
