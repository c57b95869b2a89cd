package network.constellation.hub.orders;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.commands.Operation;
import network.constellation.peer.platform.PlatformException;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.administration.AdminMethods;
import org.jspecify.annotations.Nullable;

/** {@code role-compare} and {@code role-sync}. */
final class RoleCommands {
    static final String HUB = "hub";
    private static final CommandParameter ROLE =
            CommandParameter.text("role", "short name of the role, such as student");

    private RoleCommands() {}

    private static RoleState sheet(Site site, String role) {
        return RoleState.of(site.ask(AdminMethods.GET_ROLE_CAPABILITIES, "", Value.of(role), Value.array(List.of()))
                .value());
    }

    private static void checkRole(Values parameters) {
        if (!parameters.get("role").matches("[a-z][a-z0-9_-]{0,99}")) {
            throw new OrderRefused(
                    "A role is named by its short name, such as student; \"" + parameters.get("role") + "\" is none.");
        }
    }

    /** Reads one role's sheet. */
    static final class RoleCompare implements OrderCommand {
        private static final ParameterSet PARAMETERS = new ParameterSet(List.of(ROLE));

        @Override
        public String name() {
            return "role-compare";
        }

        @Override
        public ParameterSet parameters() {
            return PARAMETERS;
        }

        @Override
        public Operation operation() {
            return Operation.ROLE_COMPARE;
        }

        @Override
        public boolean writes() {
            return false;
        }

        @Override
        public List<String> subjects(Values parameters) {
            return List.of(parameters.get("role"));
        }

        @Override
        public void check(Values parameters) {
            checkRole(parameters);
        }

        @Override
        public Reading read(Site site, Values parameters, JsonNode prepared) {
            JsonNode sheet = execute(site, parameters, prepared);
            return Reading.of(sheet, sheet);
        }

        @Override
        public JsonNode execute(Site site, Values parameters, JsonNode after) {
            return sheet(site, parameters.get("role")).toJson();
        }
    }

    /** Makes sheets like that of one site, or like the hub's own; the whole sheet or one capability. */
    static final class RoleSync extends WritingCommand {
        private static final ParameterSet PARAMETERS = new ParameterSet(List.of(
                ROLE,
                CommandParameter.text("source", "address of the site whose sheet is taken, or hub")
                        .otherwise(HUB),
                CommandParameter.text("capability", "only this one; the whole sheet without")
                        .otherwise("")));

        @Override
        public String name() {
            return "role-sync";
        }

        @Override
        public ParameterSet parameters() {
            return PARAMETERS;
        }

        @Override
        public Operation operation() {
            return Operation.ROLE_SYNC;
        }

        @Override
        public List<String> subjects(Values parameters) {
            return List.of(parameters.get("role"));
        }

        @Override
        public void check(Values parameters) {
            checkRole(parameters);
            source(parameters);
        }

        @Override
        public Optional<Wwwroot> source(Values parameters) {
            try {
                return parameters.get("source").equals(HUB)
                        ? Optional.empty()
                        : Optional.of(Wwwroot.normalized(parameters.get("source")));
            } catch (InvalidAddressException wrong) {
                throw new OrderRefused("The source is the address of a site, or hub: " + wrong.getMessage());
            }
        }

        @Override
        public JsonNode prepare(Preparing preparing, Values parameters) {
            String role = parameters.get("role");
            return source(parameters)
                    .map(source -> sheet(preparing.site(source), role).toJson())
                    .orElseGet(() -> own(preparing.calls(), role));
        }

        private static JsonNode own(SiteCalls calls, String role) {
            try {
                return RoleState.of(calls.roles(), role).toJson();
            } catch (PlatformException unknown) {
                throw new AdminRefused(520, List.of(String.valueOf(unknown.getMessage())));
            }
        }

        @Override
        public Reading read(Site site, Values parameters, JsonNode prepared) {
            RoleState.Difference difference = present(site, parameters.get("role"), prepared)
                    .towards(RoleState.of(prepared), parameters.get("capability"));
            String note = difference.unknown().isEmpty()
                    ? null
                    : "Unknown there and left out: " + String.join(", ", difference.unknown()) + ".";
            return new Reading(difference.before(), difference.after(), note);
        }

        /** A site without the role gets it: it says nothing of anything yet. */
        private static RoleState present(Site site, String role, JsonNode prepared) {
            try {
                return sheet(site, role);
            } catch (AdminRefused refused) {
                if (refused.status() != 520) {
                    throw refused;
                }
                Map<String, RoleState.@Nullable Word> nothing = new LinkedHashMap<>();
                prepared.fieldNames().forEachRemaining(name -> nothing.put(name, null));
                return new RoleState(nothing);
            }
        }

        @Override
        void write(Site site, Values parameters, JsonNode sheet) {
            Map<String, Value> words = new LinkedHashMap<>();
            sheet.fields()
                    .forEachRemaining(one -> words.put(
                            one.getKey(),
                            one.getValue().isNull()
                                    ? Value.of("")
                                    : Value.of((long) one.getValue().asInt())));
            site.order(
                    AdminMethods.SET_ROLE_CAPABILITIES,
                    SiteCalls.struct(Map.of("shortname", Value.of(parameters.get("role")))),
                    SiteCalls.struct(words),
                    Value.of(false));
        }
    }
}
