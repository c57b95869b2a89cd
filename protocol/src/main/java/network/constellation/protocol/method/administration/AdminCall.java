package network.constellation.protocol.method.administration;

import java.util.List;
import network.constellation.protocol.call.Value;

/**
 * The arguments of an administrative call as they came: a caller that may be anything, and what the function takes. A
 * caller that is no struct is answered in JSON by code 501, so the codec must not refuse it.
 *
 * @param caller a struct of {@code username}, {@code remoteuserhostroot}, {@code remotehostroot} when it is well-formed;
 *     nil when there was none
 */
public record AdminCall(Value caller, List<Value> arguments) {
    public AdminCall {
        arguments = List.copyOf(arguments);
    }

    public static AdminCall of(AdminCaller caller, Value... arguments) {
        return new AdminCall(caller.toValue(), List.of(arguments));
    }
}
