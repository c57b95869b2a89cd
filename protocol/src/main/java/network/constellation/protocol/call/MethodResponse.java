package network.constellation.protocol.call;

/** The answer to a call: a value or a fault. */
public sealed interface MethodResponse {
    record Success(Value value) implements MethodResponse {}

    record Failure(int code, String text) implements MethodResponse {}
}
