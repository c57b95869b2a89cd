package network.constellation.hub.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import network.constellation.peer.platform.Permission;
import network.constellation.peer.platform.Roles;
import org.jspecify.annotations.Nullable;

/**
 * A role sheet: capability to its word. A word of null: the capability is known there and the role says nothing; no entry:
 * it is unknown there.
 */
public record RoleState(Map<String, @Nullable Word> words) {
    public RoleState {
        words = java.util.Collections.unmodifiableMap(new TreeMap<>(words));
    }

    /** @param level context level, 10 to 80; 0 when it was not told */
    public record Word(int permission, int level) {}

    /** As {@code mnetadmin_rpc_get_role_capabilities} answers, with words in full, as numbers, or null. */
    public static RoleState of(JsonNode value) {
        Map<String, @Nullable Word> words = new TreeMap<>();
        value.fields().forEachRemaining(entry -> words.put(entry.getKey(), word(entry.getValue())));
        return new RoleState(words);
    }

    /** The hub's own. @throws network.constellation.peer.platform.PlatformException for an unknown role */
    static RoleState of(Roles roles, String role) {
        Map<String, Permission> sheet = roles.sheet(role);
        Map<String, @Nullable Word> words = new TreeMap<>();
        roles.capabilities().forEach((name, capability) -> {
            Permission said = sheet.get(name);
            words.put(name, said == null ? null : new Word(said.value(), capability.level()));
        });
        return new RoleState(words);
    }

    private static @Nullable Word word(JsonNode value) {
        if (value.isObject()) {
            int permission = value.path("permission").asInt();
            return permission == 0
                    ? null
                    : new Word(permission, value.path("contextlevel").asInt());
        }
        int permission = value.asInt(0);
        return permission == 0 ? null : new Word(permission, 0);
    }

    /** In full, as it is stored. */
    JsonNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        words.forEach((name, word) -> {
            if (word == null) {
                json.putNull(name);
            } else {
                json.putObject(name).put("permission", word.permission()).put("contextlevel", word.level());
            }
        });
        return json;
    }

    /** What must change here so that it is as {@code source}: before and after, and what cannot because it is unknown. */
    Difference towards(RoleState source, String only) {
        ObjectNode before = JsonNodeFactory.instance.objectNode();
        ObjectNode after = JsonNodeFactory.instance.objectNode();
        List<String> unknown = new ArrayList<>();
        for (String name : new TreeSet<>(source.words.keySet())) {
            Word wanted = source.words.get(name);
            Word present = words.get(name);
            boolean meant = only.isEmpty() || only.equals(name);
            if (meant && !words.containsKey(name)) {
                if (wanted != null) {
                    unknown.add(name);
                }
            } else if (meant && permission(wanted) != permission(present)) {
                put(before, name, present);
                put(after, name, wanted);
            }
        }
        return new Difference(before, after, unknown);
    }

    record Difference(JsonNode before, JsonNode after, List<String> unknown) {}

    private static int permission(@Nullable Word word) {
        return word == null ? 0 : word.permission();
    }

    private static void put(ObjectNode json, String name, @Nullable Word word) {
        if (word == null) {
            json.putNull(name);
        } else {
            json.put(name, word.permission());
        }
    }
}
