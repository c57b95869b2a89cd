package network.constellation.protocol.method.administration;

import static network.constellation.protocol.method.Codecs.any;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.Arguments;
import network.constellation.protocol.method.NetworkMethod.Parameter;

/** How the originals send the caller of an administrative function (network-admin.md 3.1, 3.2). */
enum CallerForm {
    /** One struct in front. */
    STRUCT(List.of(new Parameter("caller", "struct", "username, remoteuserhostroot and remotehostroot."))) {
        @Override
        List<Value> write(AdminCall call) {
            return Stream.concat(Stream.of(call.caller()), call.arguments().stream())
                    .toList();
        }

        @Override
        AdminCall read(Arguments given) {
            return new AdminCall(given.orElse(0, "caller", any(), new Value.Nil()), given.from(1));
        }
    },

    /**
     * Three texts in front. An original's client puts the struct before them, which shifts everything; that form is
     * understood too, or its masters would take the caller for the host they mean (network-admin.md 2.5).
     */
    SPREAD(List.of(
            new Parameter("username", "string", "Who asks."),
            new Parameter("userhost", "string", "Where that person is at home."),
            new Parameter("remotehost", "string", "The site that sends the call."))) {
        @Override
        List<Value> write(AdminCall call) {
            Map<String, Value> caller = call.caller() instanceof Value.Struct struct ? struct.members() : Map.of();
            List<Value> all = new ArrayList<>();
            MEMBERS.forEach(member -> all.add(caller.getOrDefault(member, Value.of(""))));
            all.addAll(call.arguments());
            return all;
        }

        @Override
        AdminCall read(Arguments given) {
            List<Value> all = given.from(0);
            if (!all.isEmpty() && all.get(0) instanceof Value.Struct caller) {
                return new AdminCall(caller, given.from(spread(given.from(1)) ? 1 + MEMBERS.size() : 1));
            }
            if (!spread(all)) {
                return new AdminCall(new Value.Nil(), given.from(MEMBERS.size()));
            }
            Map<String, Value> caller = new LinkedHashMap<>();
            for (int i = 0; i < MEMBERS.size(); i++) {
                caller.put(MEMBERS.get(i), all.get(i));
            }
            return new AdminCall(new Value.Struct(caller), given.from(MEMBERS.size()));
        }
    };

    private static final List<String> MEMBERS = List.of("username", "remoteuserhostroot", "remotehostroot");

    private final List<Parameter> parameters;

    CallerForm(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    /** As {@code system/methodSignature} tells them. */
    List<Parameter> parameters() {
        return parameters;
    }

    abstract List<Value> write(AdminCall call);

    abstract AdminCall read(Arguments given);

    private static boolean spread(List<Value> values) {
        return values.size() >= MEMBERS.size()
                && values.subList(0, MEMBERS.size()).stream().allMatch(Value.Str.class::isInstance);
    }
}
