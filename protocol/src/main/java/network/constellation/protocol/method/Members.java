package network.constellation.protocol.method;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.protocol.call.Value;
import org.jspecify.annotations.Nullable;

/**
 * The members of a struct, being read or written. Each with-method gives the same object for chaining; a value that
 * was read is never changed.
 */
public final class Members {
    private final Map<String, Value> values = new LinkedHashMap<>();

    private Members() {}

    /** For writing. */
    public static Members create() {
        return new Members();
    }

    /** For reading. */
    public static Members of(Map<String, Value> values) {
        Members members = new Members();
        members.values.putAll(values);
        return members;
    }

    public <T> Members with(String name, ValueCodec<T> codec, T value) {
        values.put(name, codec.encode(value));
        return this;
    }

    public Members with(String name, String value) {
        return with(name, Codecs.string(), value);
    }

    public <T> Members withOptional(String name, ValueCodec<T> codec, Optional<T> value) {
        value.ifPresent(present -> with(name, codec, present));
        return this;
    }

    /** @throws ShapeException when there is no such member, or it is of a wrong shape */
    public <T> T required(String name, ValueCodec<T> codec) {
        @Nullable Value value = values.get(name);
        if (value == null) {
            throw new ShapeException("the member " + name + " is missing");
        }
        return decode(name, codec, value);
    }

    public <T> Optional<T> optional(String name, ValueCodec<T> codec) {
        @Nullable Value value = values.get(name);
        return value == null ? Optional.empty() : Optional.of(decode(name, codec, value));
    }

    /** The default also stands for an empty string, which is how PHP sends null. */
    public <T> T orElse(String name, ValueCodec<T> codec, T otherwise) {
        @Nullable Value value = values.get(name);
        return value == null || Codecs.isNothing(value) ? otherwise : decode(name, codec, value);
    }

    /** The text of a member, empty where it is absent. */
    public String text(String name) {
        return orElse(name, Codecs.string(), "");
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** The value as it came. */
    public Optional<Value> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Value toValue() {
        return new Value.Struct(values);
    }

    private static <T> T decode(String name, ValueCodec<T> codec, Value value) {
        try {
            return codec.decode(value);
        } catch (ShapeException wrong) {
            throw new ShapeException("the member " + name + ": " + wrong.getMessage());
        }
    }
}
