package network.constellation.protocol.method.rotation;

import java.util.List;

/**
 * What the hub tells a member about the keys of others.
 *
 * @param announced next generations; the one in use vouches for each
 * @param current generations in use, upon the hub's word
 * @param withdrawn sites whose announced generation will not come into use
 * @param revoked generations of any site, the receiver's own included
 */
public record KeyNews(
        List<SiteBundle> announced, List<SiteBundle> current, List<String> withdrawn, List<RevokedKey> revoked) {
    public KeyNews {
        announced = List.copyOf(announced);
        current = List.copyOf(current);
        withdrawn = List.copyOf(withdrawn);
        revoked = List.copyOf(revoked);
    }

    public boolean isEmpty() {
        return announced.isEmpty() && current.isEmpty() && withdrawn.isEmpty() && revoked.isEmpty();
    }
}
