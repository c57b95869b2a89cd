package network.constellation.protocol.method;

import java.util.List;
import network.constellation.protocol.call.Value;

/** Between positional arguments and a typed record. Surplus arguments are ignored (mnet-wire.md 7.1). */
public interface ArgumentsCodec<A> {
    List<Value> encode(A arguments);

    /** @throws ShapeException when arguments are missing or of a wrong shape */
    A decode(List<Value> arguments);
}
