package network.constellation.protocol.method.status;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.protocol.call.Value;

/**
 * What a function of the originals answers (network-admin.md 3.1). Immutable.
 *
 * @param status 200 is well, anything else refused or failed; the constants below
 * @param fields of this function, beside {@code status}, {@code error} and {@code errors}
 * @param asText as JSON in a string, as callers over the network get it; false: as a struct
 */
public record StatusAnswer(int status, List<String> errors, Map<String, Value> fields, boolean asText) {
    public static final int SUCCESS = 200;
    public static final int FAILURE = 500;
    public static final int FAILURE_USER = 501;
    public static final int FAILURE_CONFIG = 502;
    public static final int FAILURE_DATA = 503;
    public static final int FAILURE_CAPABILITY = 510;
    public static final int FAILURE_RECORD = 520;
    public static final int FAILURE_RUN = 521;

    public StatusAnswer {
        errors = List.copyOf(errors);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public static StatusAnswer success() {
        return new StatusAnswer(SUCCESS, List.of(), Map.of(), true);
    }

    public static StatusAnswer refused(int status, String sentence) {
        return new StatusAnswer(status, List.of(sentence), Map.of(), true);
    }

    public StatusAnswer with(String name, Value value) {
        Map<String, Value> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new StatusAnswer(status, errors, more, asText);
    }

    public StatusAnswer with(String name, String value) {
        return with(name, Value.of(value));
    }

    public StatusAnswer with(String name, long value) {
        return with(name, Value.of(value));
    }

    public StatusAnswer with(String name, boolean value) {
        return with(name, Value.of(value));
    }

    /** The same in the form that the caller asked for. */
    public StatusAnswer asText(boolean text) {
        return new StatusAnswer(status, errors, fields, text);
    }

    public boolean isSuccess() {
        return status == SUCCESS;
    }

    /** The last error, empty for none. */
    public String error() {
        return errors.isEmpty() ? "" : errors.get(errors.size() - 1);
    }

    public Optional<Value> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** A field that is text, or a number as text; empty where it is neither. */
    public String text(String name) {
        Value value = fields.get(name);
        if (value instanceof Value.Str text) {
            return text.value();
        }
        return value instanceof Value.Int number ? Long.toString(number.value()) : "";
    }

    /** A field that is a whole number, or one written as text; {@code otherwise} where it is neither. */
    public long number(String name, long otherwise) {
        String text = text(name);
        return text.matches("-?[0-9]{1,18}") ? Long.parseLong(text) : otherwise;
    }
}
