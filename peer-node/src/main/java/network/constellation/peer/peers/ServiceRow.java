package network.constellation.peer.peers;

/**
 * One row of the matrix of services on a page.
 *
 * @param inheritedPublish whether it is published to all hosts anyway
 * @param inheritedSubscribe whether it is subscribed at all hosts anyway
 */
public record ServiceRow(
        String service, boolean publish, boolean subscribe, boolean inheritedPublish, boolean inheritedSubscribe) {}
