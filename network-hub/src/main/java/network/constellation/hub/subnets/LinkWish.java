package network.constellation.hub.subnets;

import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.protocol.directory.strategy.ServiceMatrix;
import network.constellation.protocol.method.membership.Dismissal;

/**
 * What a member shall know of another site.
 *
 * @param subnetwork through which; {@link Dismissal#NETWORK} for the hub itself
 * @param application label of its software
 * @param identity its keys as they are today
 * @param fingerprint of the identity, in this network
 * @param services what the member publishes to it and subscribes to there
 */
public record LinkWish(
        int subnetwork,
        String subnetworkName,
        Wwwroot about,
        String name,
        String application,
        PublicIdentity identity,
        Fingerprint fingerprint,
        ServiceMatrix services) {

    /** Whether this is about the hub itself. */
    public boolean isHub() {
        return subnetwork == Dismissal.NETWORK;
    }
}
