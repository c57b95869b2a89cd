package network.constellation.hub.registry;

import network.constellation.keys.address.Wwwroot;

/** Told of each site that was admitted with a sub-network on its invitation; may be told of the same one again. */
public interface Newcomers {
    /** Durable when this returns. */
    void arrived(Wwwroot member, int subnetwork);
}
