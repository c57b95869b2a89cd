package network.constellation.peer.roaming;

/**
 * A session that another site is to end.
 *
 * @param peer that site
 * @param username the user's name at the home site
 * @param until Unix seconds after which it is over by itself and nobody needs to be told
 */
public record RemoteEnd(String peer, String username, String userAgentHash, long until) {}
