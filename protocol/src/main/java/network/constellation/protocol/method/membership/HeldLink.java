package network.constellation.protocol.method.membership;

import java.util.List;

/**
 * What a site holds of another one, as the hub's consistency check reads it.
 *
 * @param wwwroot of the other site
 * @param state {@code approved}, {@code suspended}, {@code deleted}, ... as the site's own administrator sees it
 * @param fingerprint of the identity that the site knows, 64 hex digits
 * @param publish services that the site publishes to the other
 * @param subscribe services that it subscribes to there
 * @param subnetworks numbers of the sub-networks through which it was introduced; empty for the hub
 */
public record HeldLink(
        String wwwroot,
        String state,
        String fingerprint,
        List<String> publish,
        List<String> subscribe,
        List<Long> subnetworks) {
    /** The state of a peer that is served. */
    public static final String APPROVED = "approved";

    /** The state of a peer that the site's own administrator has suspended. */
    public static final String SUSPENDED = "suspended";

    public HeldLink {
        publish = List.copyOf(publish);
        subscribe = List.copyOf(subscribe);
        subnetworks = List.copyOf(subnetworks);
    }
}
