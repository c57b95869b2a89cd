package network.constellation.peer.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** An answer in the originals' shape (network-admin.md 3.1): {@code status}, {@code error}, {@code errors} (always a list), and more. */
public final class Reply {
    static final int SUCCESS = 200;
    public static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectNode json = NODES.objectNode();

    private Reply(int status, List<String> errors) {
        json.put("status", status);
        json.put("error", String.join("; ", errors));
        ArrayNode list = json.putArray("errors");
        errors.forEach(list::add);
    }

    public static Reply success() {
        return new Reply(SUCCESS, List.of());
    }

    static Reply failure(int status, List<String> errors) {
        return new Reply(status, errors);
    }

    public Reply with(String name, JsonNode value) {
        json.set(name, value);
        return this;
    }

    public Reply with(String name, String value) {
        json.put(name, value);
        return this;
    }

    int status() {
        return json.get("status").intValue();
    }

    String text() {
        return json.toString();
    }
}
