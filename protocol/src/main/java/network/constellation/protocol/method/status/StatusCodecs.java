package network.constellation.protocol.method.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.Codecs;
import network.constellation.protocol.method.ShapeException;
import network.constellation.protocol.method.ValueCodec;
import org.jspecify.annotations.Nullable;

/** Between {@link StatusAnswer} and its JSON text, and between JSON text and values. */
public final class StatusCodecs {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String STATUS = "status";
    private static final String ERROR = "error";
    private static final String ERRORS = "errors";

    private StatusCodecs() {}

    /** Written in the form that the answer says; read in either. */
    public static ValueCodec<StatusAnswer> answer() {
        return Codecs.codec(StatusCodecs::write, StatusCodecs::read);
    }

    /** @throws ShapeException when it is not JSON, or says something that the wire has no type for */
    public static Value parse(String json) {
        try {
            return value(JSON.readTree(json));
        } catch (JsonProcessingException malformed) {
            throw new ShapeException("a string where JSON is needed");
        }
    }

    /** The value as JSON text. */
    public static String text(Value value) {
        return node(value).toString();
    }

    private static Value write(StatusAnswer answer) {
        Map<String, Value> members = new LinkedHashMap<>();
        members.put(STATUS, Value.of(answer.status()));
        members.put(ERRORS, Value.array(answer.errors().stream().map(Value::of).toList()));
        members.put(ERROR, Value.of(answer.error()));
        members.putAll(answer.fields());
        Value.Struct struct = new Value.Struct(members);
        return answer.asText() ? Value.of(text(struct)) : struct;
    }

    private static StatusAnswer read(Value value) {
        boolean asText = value instanceof Value.Str;
        Value shown = value instanceof Value.Str text ? parse(text.value()) : value;
        if (!(shown instanceof Value.Struct struct)) {
            throw new ShapeException("something else where an answer with a status is needed");
        }
        Map<String, Value> fields = new LinkedHashMap<>(struct.members());
        Value status = fields.remove(STATUS);
        if (status == null) {
            throw new ShapeException("an answer without a status");
        }
        List<String> errors = new ArrayList<>(errors(fields.remove(ERRORS)));
        Value last = fields.remove(ERROR);
        if (errors.isEmpty() && last instanceof Value.Str text && !text.value().isEmpty()) {
            errors.add(text.value());
        }
        long code = Codecs.number().decode(status);
        return new StatusAnswer(Math.toIntExact(code), errors, fields, asText);
    }

    /** Two functions of the originals give a single string. */
    private static List<String> errors(@Nullable Value value) {
        if (value == null || value instanceof Value.Nil) {
            return List.of();
        }
        if (value instanceof Value.Str single) {
            return single.value().isEmpty() ? List.of() : List.of(single.value());
        }
        return Codecs.list(Codecs.string()).decode(value);
    }

    private static JsonNode node(Value value) {
        if (value instanceof Value.Struct struct) {
            ObjectNode members = NODES.objectNode();
            struct.members().forEach((name, member) -> members.set(name, node(member)));
            return members;
        } else if (value instanceof Value.Arr array) {
            ArrayNode items = NODES.arrayNode();
            array.items().forEach(item -> items.add(node(item)));
            return items;
        } else if (value instanceof Value.Str text) {
            return NODES.textNode(text.value());
        } else if (value instanceof Value.Int number) {
            return NODES.numberNode(number.value());
        } else if (value instanceof Value.Bool flag) {
            return NODES.booleanNode(flag.value());
        } else if (value instanceof Value.Dbl number) {
            return NODES.numberNode(number.value());
        }
        return NODES.nullNode();
    }

    private static Value value(JsonNode node) {
        if (node.isObject()) {
            Map<String, Value> members = new LinkedHashMap<>();
            node.fields().forEachRemaining(field -> members.put(field.getKey(), value(field.getValue())));
            return new Value.Struct(members);
        } else if (node.isArray()) {
            List<Value> items = new ArrayList<>();
            node.elements().forEachRemaining(item -> items.add(value(item)));
            return Value.array(items);
        } else if (node.isTextual()) {
            return Value.of(node.textValue());
        } else if (node.isBoolean()) {
            return Value.of(node.booleanValue());
        } else if (node.isIntegralNumber() && node.canConvertToLong()) {
            return Value.of(node.longValue());
        } else if (node.isNumber()) {
            return Value.of(node.doubleValue());
        } else if (node.isNull() || node.isMissingNode()) {
            return new Value.Nil();
        }
        throw new ShapeException("JSON of an unknown kind");
    }
}
