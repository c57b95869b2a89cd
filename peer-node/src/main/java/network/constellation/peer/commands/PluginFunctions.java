package network.constellation.peer.commands;

import static network.constellation.protocol.method.Codecs.map;
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
import network.constellation.peer.platform.Caches;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.PlatformException;
import network.constellation.peer.platform.PluginState;
import network.constellation.peer.platform.Plugins;
import network.constellation.protocol.method.Arguments;
import network.constellation.protocol.method.administration.AdminMethods;

/** States of plugins (network-admin.md 3.4), and caches. */
final class PluginFunctions {
    private PluginFunctions() {}

    static void bind(Binder binder) {
        AdminFunction.bind(binder, GetPluginsInfo.class);
        AdminFunction.bind(binder, SetPluginsStates.class);
        AdminFunction.bind(binder, PurgeCaches.class);
    }

    /** A filter has three states by name, all others two by number. */
    private static JsonNode shown(String type, PluginState state) {
        if (type.equals("filter")) {
            return Reply.NODES.textNode(
                    switch (state) {
                        case ENABLED -> "enabled";
                        case AVAILABLE -> "available";
                        case DISABLED -> "disabled";
                    });
        }
        return Reply.NODES.numberNode(state == PluginState.ENABLED ? 1 : 0);
    }

    private static Optional<PluginState> state(String word) {
        return switch (word) {
            case "1", "enable", "enabled" -> Optional.of(PluginState.ENABLED);
            case "0", "", "disable", "disabled" -> Optional.of(PluginState.DISABLED);
            case "available" -> Optional.of(PluginState.AVAILABLE);
            default -> Optional.empty();
        };
    }

    /** {@code mnetadmin_rpc_get_plugins_info}. */
    static final class GetPluginsInfo implements AdminFunction {
        private final Plugins plugins;

        @Inject
        GetPluginsInfo(Platform platform) {
            this.plugins = platform.plugins();
        }

        @Override
        public AdminMethods.Function declaration() {
            return AdminMethods.GET_PLUGINS_INFO;
        }

        @Override
        public Task prepare(Arguments arguments) {
            String type = arguments.required(0, "plugintype", requiredString());
            Set<Operation> operations = EnumSet.of(Operation.PLUGIN_STATES, Operation.PLUGIN_SET);
            return new Task.Read(operations, List.of(), permitted -> {
                ObjectNode states = Reply.NODES.objectNode();
                plugins.states(type).forEach((name, state) -> {
                    if (permitted.test(type + "/" + name)) {
                        states.set(name, shown(type, state));
                    }
                });
                return Reply.success().with("value", states);
            });
        }
    }

    /** {@code mnetadmin_rpc_set_plugins_states}. */
    static final class SetPluginsStates implements AdminFunction {
        private final Plugins plugins;

        @Inject
        SetPluginsStates(Platform platform) {
            this.plugins = platform.plugins();
        }

        @Override
        public AdminMethods.Function declaration() {
            return AdminMethods.SET_PLUGINS_STATES;
        }

        @Override
        public Task prepare(Arguments arguments) {
            String type = arguments.required(0, "plugintype", requiredString());
            Map<String, PluginState> wanted = new TreeMap<>();
            arguments
                    .required(1, "plugininfos", map(string()))
                    .forEach((name, word) -> wanted.put(
                            name,
                            state(word)
                                    .orElseThrow(() -> new CommandRefused(
                                            CommandRefused.DATA,
                                            "plugin-state",
                                            "\"" + word + "\" is no state: 1, 0, enable, disable or available."))));
            List<String> subjects =
                    wanted.keySet().stream().map(name -> type + "/" + name).toList();
            if (subjects.isEmpty()) {
                throw new CommandRefused(CommandRefused.DATA, "no-plugins", "No plugin was named.");
            }
            return new Task.Write(Set.of(Operation.PLUGIN_SET), subjects, new Setting(type, wanted));
        }

        private final class Setting implements Task.Change {
            private final String type;
            private final Map<String, PluginState> wanted;

            Setting(String type, Map<String, PluginState> wanted) {
                this.type = type;
                this.wanted = wanted;
            }

            @Override
            public JsonNode former() {
                Map<String, PluginState> present = plugins.states(type);
                ObjectNode former = Reply.NODES.objectNode();
                wanted.keySet()
                        .forEach(name ->
                                former.set(name, present.containsKey(name) ? shown(type, present.get(name)) : null));
                return former;
            }

            /** All or none: what was already set goes back when a later one is refused. */
            @Override
            public Reply apply() {
                Map<String, PluginState> done = new TreeMap<>();
                List<String> errors = new ArrayList<>();
                wanted.forEach((name, state) -> {
                    try {
                        done.put(name, plugins.set(type, name, state));
                    } catch (PlatformException refused) {
                        errors.add(name + ": " + refused.getMessage());
                    }
                });
                if (!errors.isEmpty()) {
                    done.forEach((name, former) -> plugins.set(type, name, former));
                    throw new CommandRefused(CommandRefused.RECORD, "plugin", String.join(" ", errors));
                }
                return Reply.success();
            }
        }
    }

    /** {@code mnetadmin_rpc_purge_caches}. */
    static final class PurgeCaches implements AdminFunction {
        private final Caches caches;

        @Inject
        PurgeCaches(Caches caches) {
            this.caches = caches;
        }

        @Override
        public AdminMethods.Function declaration() {
            return AdminMethods.PURGE_CACHES;
        }

        @Override
        public Task prepare(Arguments arguments) {
            return new Task.Write(Set.of(Operation.PURGE_CACHES), List.of(), new Task.Change() {
                @Override
                public JsonNode former() {
                    return Reply.NODES.nullNode();
                }

                @Override
                public Reply apply() {
                    return Reply.success().with("message", "Emptied: " + String.join(", ", caches.purge()));
                }
            });
        }
    }
}
