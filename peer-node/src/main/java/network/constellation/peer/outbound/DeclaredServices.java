package network.constellation.peer.outbound;

import java.util.Optional;
import java.util.Set;
import network.constellation.protocol.method.NetworkMethod;

/** The methods that this software knows by declaration; bound by {@code dispatch}. */
public interface DeclaredServices {
    /** The declaration of this name; empty for methods of other software. */
    Optional<NetworkMethod<?, ?>> find(String method);

    /** All services of the methods that this tenant answers, sorted. */
    Set<String> services();
}
