package network.constellation.hub.subnets;

import network.constellation.keys.address.Wwwroot;

/**
 * What a member shall give up of another site.
 *
 * @param subnetwork through which it was introduced; 0: about the hub itself, the member's membership
 * @param last whether no other sub-network keeps the two linked: a road that knows only whole links ends it now
 */
public record LinkEnding(Wwwroot about, int subnetwork, boolean last) {}
