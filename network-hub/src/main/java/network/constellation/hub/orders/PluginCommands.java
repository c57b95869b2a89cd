package network.constellation.hub.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.constellation.peer.commands.Operation;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.administration.AdminMethods;

/** {@code plugin-states} and {@code plugin-set}. */
final class PluginCommands {
    private static final List<String> TYPES = List.of(
            "mod",
            "block",
            "auth",
            "enrol",
            "filter",
            "format",
            "editor",
            "repository",
            "message",
            "local",
            "qtype",
            "qbehaviour",
            "portfolio",
            "assignsubmission",
            "assignfeedback");

    private PluginCommands() {}

    /** Reads the states of a type. */
    static final class PluginStates implements OrderCommand {
        private static final ParameterSet PARAMETERS = new ParameterSet(
                List.of(CommandParameter.choice("type", ParameterType.SENUM, "type of plugins, such as mod", TYPES)));

        @Override
        public String name() {
            return "plugin-states";
        }

        @Override
        public ParameterSet parameters() {
            return PARAMETERS;
        }

        @Override
        public Operation operation() {
            return Operation.PLUGIN_STATES;
        }

        @Override
        public boolean writes() {
            return false;
        }

        @Override
        public Reading read(Site site, Values parameters, JsonNode prepared) {
            JsonNode states = execute(site, parameters, prepared);
            return Reading.of(states, states);
        }

        @Override
        public JsonNode execute(Site site, Values parameters, JsonNode after) {
            return site.ask(AdminMethods.GET_PLUGINS_INFO, "", Value.of(parameters.get("type")))
                    .value();
        }
    }

    /** Shows or hides one plugin. */
    static final class PluginSet extends WritingCommand {
        private static final ParameterSet PARAMETERS = new ParameterSet(List.of(
                CommandParameter.text("plugin", "type and name, such as mod/quiz"),
                CommandParameter.choice(
                        "state", ParameterType.ENUM, "what it is to be", List.of("enabled", "disabled", "available"))));

        @Override
        public String name() {
            return "plugin-set";
        }

        @Override
        public ParameterSet parameters() {
            return PARAMETERS;
        }

        @Override
        public Operation operation() {
            return Operation.PLUGIN_SET;
        }

        @Override
        public List<String> subjects(Values parameters) {
            return List.of(parameters.get("plugin"));
        }

        @Override
        public void check(Values parameters) {
            if (!parameters.get("plugin").matches("[a-z]{1,40}/[a-z][a-z0-9_]{0,99}")) {
                throw new OrderRefused("A plugin is written as mod/quiz; \"" + parameters.get("plugin") + "\" is not.");
            }
            if (parameters.get("state").equals("available") && !type(parameters).equals("filter")) {
                throw new OrderRefused("Only a filter can be \"available\"; other plugins are enabled or disabled.");
            }
        }

        private static String type(Values parameters) {
            return parameters.get("plugin").split("/")[0];
        }

        private static String plugin(Values parameters) {
            return parameters.get("plugin").split("/")[1];
        }

        @Override
        public Reading read(Site site, Values parameters, JsonNode prepared) {
            String name = plugin(parameters);
            JsonNode present = site.ask(AdminMethods.GET_PLUGINS_INFO, "", Value.of(type(parameters)))
                    .value()
                    .path(name);
            if (present.isMissingNode() || present.isNull()) {
                throw new AdminRefused(520, List.of(parameters.get("plugin") + " is not installed there."));
            }
            ObjectNode before = JsonNodeFactory.instance.objectNode();
            ObjectNode after = JsonNodeFactory.instance.objectNode();
            if (type(parameters).equals("filter")) {
                before.put(name, present.asText());
                after.put(name, parameters.get("state"));
            } else {
                before.put(name, present.asBoolean() ? 1 : 0);
                after.put(name, parameters.get("state").equals("enabled") ? 1 : 0);
            }
            return Reading.of(before, after);
        }

        @Override
        void write(Site site, Values parameters, JsonNode states) {
            Map<String, Value> wanted = new LinkedHashMap<>();
            states.fields()
                    .forEachRemaining(one ->
                            wanted.put(one.getKey(), Value.of(one.getValue().asText())));
            site.order(AdminMethods.SET_PLUGINS_STATES, Value.of(type(parameters)), SiteCalls.struct(wanted));
        }
    }
}
