package network.constellation.hub.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import network.constellation.peer.commands.Operation;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.administration.AdminMethods;

/** {@code config-get} and {@code config-set}. */
final class ConfigCommands {
    private static final CommandParameter KEY = CommandParameter.text("key", "name of the setting");
    private static final CommandParameter PLUGIN = CommandParameter.text(
                    "plugin", "the plugin it belongs to, such as mod_quiz; none for the platform")
            .otherwise("core");

    private ConfigCommands() {}

    /** The value of a setting, JSON null where there is none. */
    static JsonNode read(Site site, String key, String plugin) {
        JsonNode value = site.ask(
                        AdminMethods.FETCH_CONFIG, plugin + "/" + key, Value.of(key), Value.of(plugin), Value.of(true))
                .value();
        boolean none = value.isMissingNode() || value.isNull() || value.isBoolean() && !value.booleanValue();
        return none ? NullNode.getInstance() : JsonNodeFactory.instance.textNode(value.asText());
    }

    private static List<String> subject(Values parameters) {
        return List.of(parameters.get("plugin") + "/" + parameters.get("key"));
    }

    private static void checkKey(Values parameters) {
        if (!parameters.get("key").matches("[A-Za-z0-9_:./-]{1,100}")) {
            throw new OrderRefused("A setting is named exactly, with letters, digits and _ : . / -; \""
                    + parameters.get("key") + "\" is no such name.");
        }
        if (!parameters.get("plugin").matches("[a-z][a-z0-9_]{0,99}")) {
            throw new OrderRefused(
                    "A plugin is written as mod_quiz or auth_mnet; \"" + parameters.get("plugin") + "\" is none.");
        }
    }

    /** Reads one setting. */
    static final class ConfigGet implements OrderCommand {
        private static final ParameterSet PARAMETERS = new ParameterSet(List.of(KEY, PLUGIN));

        @Override
        public String name() {
            return "config-get";
        }

        @Override
        public ParameterSet parameters() {
            return PARAMETERS;
        }

        @Override
        public Operation operation() {
            return Operation.CONFIG_GET;
        }

        @Override
        public boolean writes() {
            return false;
        }

        @Override
        public List<String> subjects(Values parameters) {
            return subject(parameters);
        }

        @Override
        public void check(Values parameters) {
            checkKey(parameters);
        }

        @Override
        public Reading read(Site site, Values parameters, JsonNode prepared) {
            JsonNode value = ConfigCommands.read(site, parameters.get("key"), parameters.get("plugin"));
            return Reading.of(value, value);
        }

        @Override
        public JsonNode execute(Site site, Values parameters, JsonNode after) {
            return ConfigCommands.read(site, parameters.get("key"), parameters.get("plugin"));
        }
    }

    /** Writes one setting. */
    static final class ConfigSet extends WritingCommand {
        private static final ParameterSet PARAMETERS =
                new ParameterSet(List.of(KEY, CommandParameter.longText("value", "the new value"), PLUGIN));

        @Override
        public String name() {
            return "config-set";
        }

        @Override
        public ParameterSet parameters() {
            return PARAMETERS;
        }

        @Override
        public Operation operation() {
            return Operation.CONFIG_SET;
        }

        @Override
        public List<String> subjects(Values parameters) {
            return subject(parameters);
        }

        @Override
        public void check(Values parameters) {
            checkKey(parameters);
        }

        @Override
        public Reading read(Site site, Values parameters, JsonNode prepared) {
            return Reading.of(
                    ConfigCommands.read(site, parameters.get("key"), parameters.get("plugin")),
                    JsonNodeFactory.instance.textNode(parameters.get("value")));
        }

        @Override
        void write(Site site, Values parameters, JsonNode value) {
            site.order(
                    AdminMethods.SET_CONFIG,
                    Value.of(parameters.get("key")),
                    Value.of(value.isNull() ? "" : value.asText()),
                    Value.of(parameters.get("plugin")),
                    Value.of(value.isNull()));
        }
    }
}
