package network.constellation.peer.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The state before an order, as it was stored. */
final class Former {
    private static final JsonMapper JSON = new JsonMapper();

    private Former() {}

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A stored state is no JSON", damaged);
        }
    }
}
