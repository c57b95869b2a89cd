package network.constellation.peer.commands;

import static network.constellation.protocol.method.Codecs.any;
import static network.constellation.protocol.method.Codecs.bool;
import static network.constellation.protocol.method.Codecs.list;
import static network.constellation.protocol.method.Codecs.map;
import static network.constellation.protocol.method.Codecs.number;
import static network.constellation.protocol.method.Codecs.requiredString;
import static network.constellation.protocol.method.Codecs.string;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.inject.Binder;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import network.constellation.peer.platform.Capability;
import network.constellation.peer.platform.Permission;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Roles;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.Arguments;
import network.constellation.protocol.method.ShapeException;
import network.constellation.protocol.method.administration.AdminMethods;

/** Role sheets (network-admin.md 3.5). */
final class RoleFunctions {
    private static final int SYSTEM_CONTEXT = 1;

    private RoleFunctions() {}

    static void bind(Binder binder) {
        AdminFunction.bind(binder, GetRoleCapabilities.class);
        AdminFunction.bind(binder, SetRoleCapabilities.class);
    }

    /** {@code mnetadmin_rpc_get_role_capabilities}. */
    static final class GetRoleCapabilities implements AdminFunction {
        private final Roles roles;

        @Inject
        GetRoleCapabilities(Platform platform) {
            this.roles = platform.roles();
        }

        @Override
        public AdminMethods.Function declaration() {
            return AdminMethods.GET_ROLE_CAPABILITIES;
        }

        @Override
        public Task prepare(Arguments arguments) {
            String role = arguments.required(0, "role", requiredString());
            Value asked = arguments.orElse(1, "capabilities", any(), new Value.Nil());
            List<String> names = asked instanceof Value.Str one && !one.value().isEmpty()
                    ? List.of(one.value())
                    : list(string()).decode(asked);
            Set<Operation> operations = EnumSet.of(Operation.ROLE_COMPARE, Operation.ROLE_SYNC);
            return new Task.Read(operations, List.of(role), permitted -> read(role, names, asked instanceof Value.Str));
        }

        /** A key that is absent: unknown here. Null: known, and the role says nothing. */
        private Reply read(String role, List<String> names, boolean single) {
            Map<String, Permission> sheet = roles.sheet(role);
            Map<String, Capability> known = roles.capabilities();
            ObjectNode value = Reply.NODES.objectNode();
            for (Capability capability : known.values()) {
                if (names.isEmpty() || names.contains(capability.name())) {
                    Permission said = sheet.get(capability.name());
                    value.set(capability.name(), said == null ? null : word(capability, said));
                }
            }
            if (single && !names.isEmpty() && value.isEmpty()) {
                throw new CommandRefused(
                        CommandRefused.RECORD, "capability", "There is no capability " + names.get(0) + " here.");
            }
            return Reply.success().with("value", value);
        }

        private static ObjectNode word(Capability capability, Permission said) {
            return Reply.NODES
                    .objectNode()
                    .put("capability", capability.name())
                    .put("contextid", SYSTEM_CONTEXT)
                    .put("permission", said.value())
                    .put("contextlevel", capability.level());
        }
    }

    /** {@code mnetadmin_rpc_set_role_capabilities}. */
    static final class SetRoleCapabilities implements AdminFunction {
        private final Roles roles;

        @Inject
        SetRoleCapabilities(Platform platform) {
            this.roles = platform.roles();
        }

        @Override
        public AdminMethods.Function declaration() {
            return AdminMethods.SET_ROLE_CAPABILITIES;
        }

        @Override
        public Task prepare(Arguments arguments) {
            Map<String, Value> role = arguments.required(0, "roledata", map(any()));
            if (!role.containsKey("shortname")) {
                throw new ShapeException("the member shortname of roledata is missing");
            }
            Map<String, Optional<Permission>> words = new TreeMap<>();
            arguments.required(1, "rolecapabilities", map(any())).forEach((name, word) -> words.put(name, word(word)));
            boolean clear = arguments.orElse(2, "clear", bool(), false);
            String shortname = requiredString().decode(role.get("shortname"));
            return new Task.Write(
                    Set.of(Operation.ROLE_SYNC),
                    List.of(shortname),
                    new Words(shortname, text(role, "name"), text(role, "archetype"), words, clear));
        }

        private static String text(Map<String, Value> members, String name) {
            return members.containsKey(name) ? string().decode(members.get(name)) : "";
        }

        /** A record of the originals, a bare number, or nothing. */
        private static Optional<Permission> word(Value value) {
            if (value instanceof Value.Struct record) {
                Value permission = record.members().get("permission");
                if (permission == null) {
                    throw new ShapeException("the member permission of a capability is missing");
                }
                return word(permission);
            }
            boolean nothing = value instanceof Value.Nil
                    || value instanceof Value.Str text && text.value().isEmpty()
                    || value instanceof Value.Arr array && array.items().isEmpty();
            long said = nothing ? 0 : number().decode(value);
            return said == 0 ? Optional.empty() : Optional.of(Permission.of((int) Math.max(-1000, Math.min(1, said))));
        }

        private final class Words implements Task.Change {
            private final String role;
            private final String name;
            private final String archetype;
            private final Map<String, Optional<Permission>> words;
            private final boolean clear;

            Words(String role, String name, String archetype, Map<String, Optional<Permission>> words, boolean clear) {
                this.role = role;
                this.name = name;
                this.archetype = archetype;
                this.words = words;
                this.clear = clear;
            }

            @Override
            public JsonNode former() {
                Map<String, Permission> sheet = roles.find(role).isPresent() ? roles.sheet(role) : Map.of();
                ObjectNode former = Reply.NODES.objectNode();
                if (clear) {
                    sheet.forEach((capability, said) -> former.put(capability, said.value()));
                }
                words.keySet().forEach(capability -> {
                    Permission said = sheet.get(capability);
                    former.set(capability, said == null ? null : Reply.NODES.numberNode(said.value()));
                });
                return former;
            }

            @Override
            public Reply apply() {
                Map<String, Capability> known = roles.capabilities();
                List<String> errors = new ArrayList<>();
                Map<String, Optional<Permission>> possible = new TreeMap<>();
                words.forEach((capability, said) -> {
                    if (known.containsKey(capability)) {
                        possible.put(capability, said);
                    } else {
                        errors.add("There is no capability " + capability + " here.");
                    }
                });
                if (roles.find(role).isEmpty()) {
                    roles.create(role, name, archetype);
                }
                roles.change(role, possible, clear);
                Reply reply = errors.isEmpty() ? Reply.success() : Reply.failure(CommandRefused.RECORD, errors);
                var applied = Reply.NODES.arrayNode();
                possible.keySet().forEach(applied::add);
                return reply.with("applied", applied);
            }
        }
    }
}
