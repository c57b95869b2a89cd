package network.constellation.protocol.method;

import network.constellation.protocol.call.Value;

/** Between a wire value and a typed one. */
public interface ValueCodec<T> {
    Value encode(T value);

    /** @throws ShapeException when the value has not the expected shape */
    T decode(Value value);
}
