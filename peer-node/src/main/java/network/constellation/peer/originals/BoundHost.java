package network.constellation.peer.originals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.peers.ServiceGrant;

/**
 * A host that a master introduced (network-admin.md 3.2).
 *
 * @param before its services before, where this site's administrator had approved it himself: then it has them again when
 *     the master ends the binding
 */
record BoundHost(Wwwroot wwwroot, Wwwroot master, Instant boundAt, Optional<List<ServiceGrant>> before) {
    boolean byHand() {
        return before.isPresent();
    }
}
