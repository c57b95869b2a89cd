package network.constellation.peer.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.constellation.protocol.call.Value;

/** Values of the wire as JSON, one form each way (cli-contract.md, {@code call}). */
final class JsonValues {
    private static final String BASE64 = "$base64";
    private static final String DATE = "$date";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonValues() {}

    static JsonNode toJson(Value value) {
        if (value instanceof Value.Int whole) {
            return NODES.numberNode(whole.value());
        } else if (value instanceof Value.Bool flag) {
            return NODES.booleanNode(flag.value());
        } else if (value instanceof Value.Dbl number) {
            return NODES.numberNode(number.value());
        } else if (value instanceof Value.Str text) {
            return NODES.textNode(text.value());
        } else if (value instanceof Value.Date date) {
            return NODES.objectNode().put(DATE, DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(date.value()));
        } else if (value instanceof Value.Base64 bytes) {
            return NODES.objectNode().put(BASE64, Base64.getEncoder().encodeToString(bytes.bytes()));
        } else if (value instanceof Value.Arr array) {
            ArrayNode items = NODES.arrayNode();
            array.items().forEach(item -> items.add(toJson(item)));
            return items;
        } else if (value instanceof Value.Struct struct) {
            ObjectNode members = NODES.objectNode();
            struct.members().forEach((name, member) -> members.set(name, toJson(member)));
            return members;
        }
        return NODES.nullNode();
    }

    /** @throws IllegalArgumentException when JSON says something that the wire has no type for */
    static Value ofJson(JsonNode node) {
        if (node.isTextual()) {
            return Value.of(node.textValue());
        } else if (node.isBoolean()) {
            return Value.of(node.booleanValue());
        } else if (node.isIntegralNumber() && node.canConvertToLong()) {
            return Value.of(node.longValue());
        } else if (node.isFloatingPointNumber()) {
            return Value.of(node.doubleValue());
        } else if (node.isArray()) {
            List<Value> items = new ArrayList<>();
            node.forEach(item -> items.add(ofJson(item)));
            return Value.array(items);
        } else if (node.isObject()) {
            return ofObject(node);
        }
        throw new IllegalArgumentException("has a part (" + node + ") that cannot be sent");
    }

    private static Value ofObject(JsonNode node) {
        if (node.size() == 1 && node.path(BASE64).isTextual()) {
            return new Value.Base64(Base64.getDecoder().decode(node.get(BASE64).textValue()));
        }
        if (node.size() == 1 && node.path(DATE).isTextual()) {
            try {
                return new Value.Date(LocalDateTime.parse(node.get(DATE).textValue()));
            } catch (DateTimeException noDate) {
                throw new IllegalArgumentException("has a date that is not like 2026-11-21T08:00:00", noDate);
            }
        }
        Map<String, Value> members = new LinkedHashMap<>();
        node.fields().forEachRemaining(member -> members.put(member.getKey(), ofJson(member.getValue())));
        return new Value.Struct(members);
    }
}
