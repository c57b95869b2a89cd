package network.constellation.hub.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import network.constellation.peer.commands.Operation;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.administration.AdminMethods;

/** {@code maintenance-on}, {@code maintenance-off} and {@code purge-caches}. */
final class MaintenanceCommands {
    private static final String OFF = "OFF";

    private MaintenanceCommands() {}

    private static JsonNode state(boolean on, String message) {
        return JsonNodeFactory.instance.objectNode().put("on", on).put("message", on ? message : "");
    }

    private static JsonNode present(Site site) {
        boolean on = ConfigCommands.read(site, "maintenance_enabled", "core")
                .asText("")
                .equals("1");
        return state(
                on,
                on ? ConfigCommands.read(site, "maintenance_message", "core").asText("") : "");
    }

    /** What the two have in common. */
    private abstract static class Maintenance extends WritingCommand {
        @Override
        public Operation operation() {
            return Operation.MAINTENANCE;
        }

        @Override
        void write(Site site, Values parameters, JsonNode state) {
            String message =
                    state.path("on").booleanValue() ? state.path("message").asText("") : OFF;
            site.order(AdminMethods.SET_MAINTENANCE, Value.of(message), Value.of(false));
        }
    }

    /** Closes sites for everybody but their administrators. */
    static final class MaintenanceOn extends Maintenance {
        private static final ParameterSet PARAMETERS =
                new ParameterSet(List.of(CommandParameter.longText("message", "what visitors are told")));

        @Override
        public String name() {
            return "maintenance-on";
        }

        @Override
        public ParameterSet parameters() {
            return PARAMETERS;
        }

        @Override
        public void check(Values parameters) {
            if (parameters.get("message").strip().equals(OFF)
                    || parameters.get("message").isBlank()) {
                throw new OrderRefused("Visitors need a message of some words; maintenance-off opens the sites again.");
            }
        }

        @Override
        public Reading read(Site site, Values parameters, JsonNode prepared) {
            return Reading.of(present(site), state(true, parameters.get("message")));
        }
    }

    /** Opens them again. */
    static final class MaintenanceOff extends Maintenance {
        private static final ParameterSet PARAMETERS = new ParameterSet(List.of());

        @Override
        public String name() {
            return "maintenance-off";
        }

        @Override
        public ParameterSet parameters() {
            return PARAMETERS;
        }

        @Override
        public Reading read(Site site, Values parameters, JsonNode prepared) {
            return Reading.of(present(site), state(false, ""));
        }
    }

    /** Empties caches; there is nothing to read before and nothing to take back. */
    static final class PurgeCaches implements OrderCommand {
        private static final ParameterSet PARAMETERS = new ParameterSet(List.of());

        @Override
        public String name() {
            return "purge-caches";
        }

        @Override
        public ParameterSet parameters() {
            return PARAMETERS;
        }

        @Override
        public Operation operation() {
            return Operation.PURGE_CACHES;
        }

        @Override
        public boolean writes() {
            return true;
        }

        @Override
        public boolean revertible() {
            return false;
        }

        @Override
        public Reading read(Site site, Values parameters, JsonNode prepared) {
            return Reading.of(NullNode.getInstance(), JsonNodeFactory.instance.textNode("empty caches"));
        }

        @Override
        public JsonNode execute(Site site, Values parameters, JsonNode after) {
            String message =
                    site.order(AdminMethods.PURGE_CACHES).json().path("message").asText("");
            return JsonNodeFactory.instance.textNode(message);
        }
    }
}
