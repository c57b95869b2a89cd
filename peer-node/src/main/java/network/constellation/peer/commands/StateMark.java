package network.constellation.peer.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import network.constellation.keys.provider.Digests;

/**
 * The mark of a state that an order is about to change: SHA-256 of its JSON with sorted members, 64 hex digits. The hub
 * takes it when it plans, the site when it executes; where they differ, somebody has changed the state in between.
 */
public final class StateMark {
    private static final ObjectMapper SORTED = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private StateMark() {}

    public static String of(JsonNode state) {
        return HexFormat.of().formatHex(Digests.sha256(canonical(state).getBytes(StandardCharsets.UTF_8)));
    }

    /** The text that is marked; equal for equal states. */
    public static String canonical(JsonNode state) {
        try {
            // A tree keeps the order of its members; plain maps are written sorted.
            return SORTED.writeValueAsString(SORTED.treeToValue(state, Object.class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("not a state", impossible);
        }
    }
}
