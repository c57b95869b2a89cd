package network.constellation.peer.peers;

/**
 * One row of the services table (mnet-wire.md 7.2).
 *
 * @param publish they may call our methods of this service
 * @param subscribe we may call theirs
 */
public record ServiceGrant(String service, boolean publish, boolean subscribe) {}
