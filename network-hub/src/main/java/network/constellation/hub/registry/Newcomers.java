package network.constellation.hub.registry;

import java.util.Optional;
import network.constellation.keys.address.Wwwroot;

/** Told of each site that was admitted; may be told of the same one again. */
public interface Newcomers {
    /**
     * Durable when this returns.
     *
     * @param subnetwork number on its invitation
     */
    void arrived(Wwwroot member, Optional<Integer> subnetwork);
}
