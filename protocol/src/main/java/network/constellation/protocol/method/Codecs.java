package network.constellation.protocol.method;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import network.constellation.protocol.call.Value;

/**
 * Building blocks for the codecs of methods (mnet-wire.md 10.2). They read leniently, as peers send database values as
 * strings and lists as structs, and write the one form that the specification shows.
 */
public final class Codecs {
    private Codecs() {}

    /** A string; numbers and flags are read as PHP would print them, nil as empty. */
    public static ValueCodec<String> string() {
        return codec(Value.Str::new, Codecs::text);
    }

    /** Text that must not be blank. */
    public static ValueCodec<String> requiredString() {
        return codec(Value.Str::new, value -> {
            String text = text(value);
            if (text.isBlank()) {
                throw new ShapeException("an empty string where text is needed");
            }
            return text;
        });
    }

    /** A whole number, written as {@code int}; a numeric string is read too. */
    public static ValueCodec<Long> number() {
        return codec(Value.Int::new, Codecs::wholeNumber);
    }

    /** A whole number, written as string, as values of a database are. */
    public static ValueCodec<Long> numberAsString() {
        return codec(number -> new Value.Str(Long.toString(number)), Codecs::wholeNumber);
    }

    /** As {@link #numberAsString}, refused below 0. */
    public static ValueCodec<Long> naturalAsString() {
        return codec(numberAsString()::encode, value -> {
            long number = wholeNumber(value);
            if (number < 0) {
                throw new ShapeException("a negative number where one from 0 is needed");
            }
            return number;
        });
    }

    /** Written as {@code boolean}; {@code 1}, {@code 0} and empty are read in any type. */
    public static ValueCodec<Boolean> bool() {
        return codec(Value.Bool::new, Codecs::truth);
    }

    /** A flag written as the string {@code 1} or {@code 0}. */
    public static ValueCodec<Boolean> flagAsString() {
        return codec(flag -> new Value.Str(flag ? "1" : "0"), Codecs::truth);
    }

    /** Bytes as standard base64 <em>in a string</em>; the type {@code base64} is read too. */
    public static ValueCodec<byte[]> base64InString() {
        return codec(bytes -> new Value.Str(Base64.getEncoder().encodeToString(bytes)), Codecs::bytes);
    }

    /** A list, written as array. A struct gives its values, an empty string an empty list. */
    public static <T> ValueCodec<List<T>> list(ValueCodec<T> item) {
        return codec(
                items -> new Value.Arr(items.stream().map(item::encode).toList()),
                value -> items(value).stream().map(item::decode).toList());
    }

    /** Named values, written as struct, or as an empty array when there are none, as PHP does. */
    public static <T> ValueCodec<Map<String, T>> map(ValueCodec<T> item) {
        return codec(
                map -> {
                    Map<String, Value> members = new LinkedHashMap<>();
                    map.forEach((name, value) -> members.put(name, item.encode(value)));
                    return members.isEmpty() ? new Value.Arr(List.of()) : new Value.Struct(members);
                },
                value -> {
                    Map<String, T> map = new LinkedHashMap<>();
                    members(value).forEach((name, member) -> map.put(name, item.decode(member)));
                    return map;
                });
    }

    /** A record as struct: how to write its members and how to make it from them. */
    public static <T> ValueCodec<T> struct(Function<T, Members> write, Function<Members, T> read) {
        return codec(record -> write.apply(record).toValue(), value -> read.apply(Members.of(members(value))));
    }

    /** Written as boolean false when absent; false, nil and an empty string are read as absent. */
    public static <T> ValueCodec<Optional<T>> orFalse(ValueCodec<T> present) {
        return codec(
                optional -> optional.map(present::encode).orElseGet(() -> new Value.Bool(false)),
                value -> isNothing(value) ? Optional.empty() : Optional.of(present.decode(value)));
    }

    /** The value itself. */
    public static ValueCodec<Value> any() {
        return codec(Function.identity(), Function.identity());
    }

    /** No result: an empty string on the wire; whatever comes is ignored. */
    public static ValueCodec<Nothing> nothing() {
        return codec(nothing -> new Value.Str(""), value -> Nothing.NOTHING);
    }

    /** From two functions. */
    public static <T> ValueCodec<T> codec(Function<T, Value> encode, Function<Value, T> decode) {
        return new ValueCodec<>() {
            @Override
            public Value encode(T value) {
                return encode.apply(value);
            }

            @Override
            public T decode(Value value) {
                return decode.apply(value);
            }
        };
    }

    /** No arguments. */
    public static ArgumentsCodec<Nothing> noArguments() {
        return arguments(nothing -> List.of(), arguments -> Nothing.NOTHING);
    }

    /** One argument. */
    public static <A> ArgumentsCodec<A> argument(String name, ValueCodec<A> codec) {
        return arguments(argument -> List.of(codec.encode(argument)), arguments -> arguments.required(0, name, codec));
    }

    /** Several arguments: how to write them in order, and how to make the record from them. */
    public static <A> ArgumentsCodec<A> arguments(Function<A, List<Value>> write, Function<Arguments, A> read) {
        return new ArgumentsCodec<>() {
            @Override
            public List<Value> encode(A arguments) {
                return write.apply(arguments);
            }

            @Override
            public A decode(List<Value> arguments) {
                return read.apply(new Arguments(arguments));
            }
        };
    }

    /** The items of an array, the values of a struct, or none of an empty string (mnet-wire.md 10.2). */
    static List<Value> items(Value value) {
        if (value instanceof Value.Arr array) {
            return array.items();
        }
        if (value instanceof Value.Struct struct) {
            return new ArrayList<>(struct.members().values());
        }
        if (isNothing(value)) {
            return List.of();
        }
        throw new ShapeException(describe(value) + " where a list is needed");
    }

    private static Map<String, Value> members(Value value) {
        if (value instanceof Value.Struct struct) {
            return struct.members();
        }
        boolean empty = value instanceof Value.Arr array && array.items().isEmpty();
        if (empty || isNothing(value)) {
            return Map.of();
        }
        throw new ShapeException(describe(value) + " where a struct is needed");
    }

    static boolean isNothing(Value value) {
        return value instanceof Value.Nil
                || value instanceof Value.Bool truth && !truth.value()
                || value instanceof Value.Str text && text.value().isEmpty();
    }

    private static String text(Value value) {
        if (value instanceof Value.Str text) {
            return text.value();
        }
        if (value instanceof Value.Int number) {
            return Long.toString(number.value());
        }
        if (value instanceof Value.Bool truth) {
            return truth.value() ? "1" : "";
        }
        if (value instanceof Value.Dbl number) {
            return Double.toString(number.value());
        }
        if (value instanceof Value.Nil) {
            return "";
        }
        throw new ShapeException(describe(value) + " where a string is needed");
    }

    private static long wholeNumber(Value value) {
        if (value instanceof Value.Int number) {
            return number.value();
        }
        if (value instanceof Value.Bool truth) {
            return truth.value() ? 1 : 0;
        }
        if (value instanceof Value.Dbl number && number.value() == Math.rint(number.value())) {
            return (long) number.value();
        }
        if (value instanceof Value.Str text) {
            try {
                return Long.parseLong(text.value().strip());
            } catch (NumberFormatException notANumber) {
                throw new ShapeException("a string where a whole number is needed");
            }
        }
        throw new ShapeException(describe(value) + " where a whole number is needed");
    }

    private static boolean truth(Value value) {
        if (value instanceof Value.Bool truth) {
            return truth.value();
        }
        if (value instanceof Value.Int number) {
            return number.value() != 0;
        }
        if (isNothing(value)) {
            return false;
        }
        if (value instanceof Value.Str text) {
            switch (text.value()) {
                case "1":
                case "true":
                    return true;
                case "0":
                case "false":
                    return false;
                default:
            }
        }
        throw new ShapeException(describe(value) + " where a boolean is needed");
    }

    private static byte[] bytes(Value value) {
        if (value instanceof Value.Base64 binary) {
            return binary.bytes().clone();
        }
        try {
            return Base64.getMimeDecoder().decode(text(value));
        } catch (IllegalArgumentException notBase64) {
            throw new ShapeException("a string where base64 text is needed");
        }
    }

    /** The kind of a value, never its content: the texts may reach logs. */
    static String describe(Value value) {
        return switch (value.getClass().getSimpleName()) {
            case "Str" -> "a string";
            case "Int" -> "a whole number";
            case "Bool" -> "a boolean";
            case "Dbl" -> "a floating point number";
            case "Date" -> "a date";
            case "Arr" -> "an array";
            case "Struct" -> "a struct";
            case "Base64" -> "binary data";
            default -> "nothing";
        };
    }
}
