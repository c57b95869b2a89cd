package network.constellation.protocol.method.system;

import java.util.List;
import network.constellation.protocol.method.NetworkMethod;

/** What {@code system/methodSignature} tells of a method (mnet-wire.md 8). */
public record MethodDescription(List<NetworkMethod.Parameter> parameters, NetworkMethod.Result result) {
    public MethodDescription {
        parameters = List.copyOf(parameters);
    }

    public static MethodDescription of(NetworkMethod<?, ?> method) {
        return new MethodDescription(method.parameters(), method.result());
    }
}
