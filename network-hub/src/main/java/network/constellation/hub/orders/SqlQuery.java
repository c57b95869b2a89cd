package network.constellation.hub.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import network.constellation.peer.commands.Operation;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.administration.AdminMethods;

/** {@code sql-query}: one SELECT over what the sites let be read. */
final class SqlQuery implements OrderCommand {
    private static final ParameterSet PARAMETERS = new ParameterSet(
            List.of(CommandParameter.longText("sql", "one SELECT over {user}, {course}, {role} and the like")));

    @Override
    public String name() {
        return "sql-query";
    }

    @Override
    public ParameterSet parameters() {
        return PARAMETERS;
    }

    @Override
    public Operation operation() {
        return Operation.SQL_QUERY;
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public void check(Values parameters) {
        if (!parameters.get("sql").strip().toLowerCase(Locale.ROOT).startsWith("select")) {
            throw new OrderRefused("Only one SELECT is ordered; the sites run nothing else.");
        }
    }

    /** Run only when it is applied. */
    @Override
    public Reading read(Site site, Values parameters, JsonNode prepared) {
        return Reading.of(NullNode.getInstance(), NullNode.getInstance());
    }

    @Override
    public JsonNode execute(Site site, Values parameters, JsonNode after) {
        JsonNode answer = site.ask(
                        AdminMethods.RUN_SQL_COMMAND,
                        "",
                        Value.of(parameters.get("sql")),
                        new Value.Struct(Map.of()),
                        Value.of(true),
                        Value.of(false),
                        Value.of(false))
                .json();
        return answer.has("rows") ? answer.get("rows") : answer.path("value");
    }
}
