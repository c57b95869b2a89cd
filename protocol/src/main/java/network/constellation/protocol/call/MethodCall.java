package network.constellation.protocol.call;

import java.util.List;

/** A call as it stands in a document: a name and positional arguments. */
public record MethodCall(String method, List<Value> arguments) {
    public MethodCall {
        arguments = List.copyOf(arguments);
    }
}
