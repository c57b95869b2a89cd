package network.constellation.peer.peers;

import network.constellation.keys.identity.PublicIdentity;

/**
 * Told of the site's own next generation before it comes into use, so that the network can announce it. Those who
 * want to know add themselves to the set.
 */
@FunctionalInterface
public interface NextKeysReport {
    /** Best effort and short: a hub that is away holds up no rotation. */
    void prepared(PublicIdentity next);
}
