package network.constellation.peer.outbound;

import java.util.List;
import java.util.Optional;
import network.constellation.protocol.method.NetworkMethod;

/** The methods that this software knows by declaration; bound by {@code dispatch}. */
public interface DeclaredServices {
    /** The declaration of this name; empty for methods of other software. */
    Optional<NetworkMethod<?, ?>> find(String method);

    /** The services that hold it; empty for a method that needs none. */
    default Optional<List<String>> servicesOf(String method) {
        return find(method).map(NetworkMethod::services);
    }
}
