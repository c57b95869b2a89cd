package network.constellation.peer.commands;

import static network.constellation.protocol.method.Codecs.bool;
import static network.constellation.protocol.method.Codecs.string;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.inject.Binder;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.PlatformSettings;
import network.constellation.protocol.method.Arguments;
import network.constellation.protocol.method.administration.AdminMethods;

/** Settings of the platform and of its plugins, and maintenance (network-admin.md 3.3). */
final class SettingFunctions {
    private static final Set<String> MAINTENANCE_SETTINGS =
            Set.of(PlatformSettings.MAINTENANCE, PlatformSettings.MAINTENANCE_MESSAGE);
    private static final int LONGEST_VALUE = 100_000;

    private SettingFunctions() {}

    static void bind(Binder binder) {
        AdminFunction.bind(binder, FetchConfig.class);
        AdminFunction.bind(binder, SetConfig.class);
        AdminFunction.bind(binder, SetMaintenance.class);
    }

    private static String component(String given) {
        return given.isEmpty() || given.equals("moodle") ? PlatformSettings.CORE : given.toLowerCase(Locale.ROOT);
    }

    /** The originals' word for a setting that is not there is false. */
    private static JsonNode value(Optional<String> value) {
        return value.<JsonNode>map(Reply.NODES::textNode).orElse(Reply.NODES.booleanNode(false));
    }

    /** {@code dataexchange_rpc_fetch_config}. */
    static final class FetchConfig implements AdminFunction {
        private final PlatformSettings settings;

        @Inject
        FetchConfig(Platform platform) {
            this.settings = platform.settings();
        }

        @Override
        public AdminMethods.Function declaration() {
            return AdminMethods.FETCH_CONFIG;
        }

        @Override
        public Task prepare(Arguments arguments) {
            String name = arguments.required(0, "configkey", string());
            String component = component(arguments.orElse(1, "module", string(), ""));
            boolean absentToo = arguments.orElse(2, "absent", bool(), false);
            SecretSettings.check(component, name);
            EnumSet<Operation> operations = EnumSet.of(Operation.CONFIG_GET, Operation.CONFIG_SET);
            boolean maintenance = component.equals(PlatformSettings.CORE) && MAINTENANCE_SETTINGS.contains(name);
            if (maintenance) {
                operations.add(Operation.MAINTENANCE);
            }
            return new Task.Read(operations, List.of(component + "/" + name), permitted -> {
                Optional<String> value = settings.get(component, name);
                if (value.isEmpty() && !absentToo) {
                    throw new CommandRefused(
                            CommandRefused.DATA,
                            "no-such-setting",
                            "There is no setting " + component + "/" + name + ".");
                }
                return Reply.success().with("value", value(value));
            });
        }
    }

    /** {@code mnetadmin_rpc_set_config}. */
    static final class SetConfig implements AdminFunction {
        private final PlatformSettings settings;

        @Inject
        SetConfig(Platform platform) {
            this.settings = platform.settings();
        }

        @Override
        public AdminMethods.Function declaration() {
            return AdminMethods.SET_CONFIG;
        }

        @Override
        public Task prepare(Arguments arguments) {
            String name = arguments.required(0, "key", string());
            String value = arguments.required(1, "value", string());
            String component = component(arguments.orElse(2, "plugin", string(), ""));
            boolean unset = arguments.orElse(3, "unset", bool(), false);
            SecretSettings.check(component, name);
            if (value.length() > LONGEST_VALUE) {
                throw new CommandRefused(
                        CommandRefused.DATA, "value-length", "A value has at most " + LONGEST_VALUE + " characters.");
            }
            return new Task.Write(Set.of(Operation.CONFIG_SET), List.of(component + "/" + name), new Task.Change() {
                @Override
                public JsonNode former() {
                    return settings.get(component, name)
                            .<JsonNode>map(Reply.NODES::textNode)
                            .orElse(Reply.NODES.nullNode());
                }

                @Override
                public Reply apply() {
                    if (unset) {
                        settings.remove(component, name);
                    } else {
                        settings.set(component, name, value);
                    }
                    return Reply.success();
                }
            });
        }
    }

    /** {@code mnetadmin_rpc_set_maintenance}. */
    static final class SetMaintenance implements AdminFunction {
        private static final String OFF = "OFF";
        private static final int LONGEST_MESSAGE = 5_000;

        private final PlatformSettings settings;

        @Inject
        SetMaintenance(Platform platform) {
            this.settings = platform.settings();
        }

        @Override
        public AdminMethods.Function declaration() {
            return AdminMethods.SET_MAINTENANCE;
        }

        @Override
        public Task prepare(Arguments arguments) {
            String message = arguments.required(0, "message", string());
            if (message.length() > LONGEST_MESSAGE) {
                throw new CommandRefused(
                        CommandRefused.DATA,
                        "value-length",
                        "A message has at most " + LONGEST_MESSAGE + " characters.");
            }
            return new Task.Write(Set.of(Operation.MAINTENANCE), List.of(), new Task.Change() {
                @Override
                public JsonNode former() {
                    return present(settings);
                }

                @Override
                public Reply apply() {
                    boolean off = message.equals(OFF);
                    if (off) {
                        settings.remove(PlatformSettings.CORE, PlatformSettings.MAINTENANCE);
                        settings.remove(PlatformSettings.CORE, PlatformSettings.MAINTENANCE_MESSAGE);
                    } else {
                        settings.set(PlatformSettings.CORE, PlatformSettings.MAINTENANCE_MESSAGE, message);
                        settings.set(PlatformSettings.CORE, PlatformSettings.MAINTENANCE, "1");
                    }
                    return Reply.success().with("message", off ? "Maintenance off" : "Maintenance on");
                }
            });
        }

        private static ObjectNode present(PlatformSettings settings) {
            boolean on = settings.get(PlatformSettings.CORE, PlatformSettings.MAINTENANCE)
                    .filter("1"::equals)
                    .isPresent();
            return Reply.NODES
                    .objectNode()
                    .put("on", on)
                    .put(
                            "message",
                            on
                                    ? settings.get(PlatformSettings.CORE, PlatformSettings.MAINTENANCE_MESSAGE)
                                            .orElse("")
                                    : "");
        }
    }
}
