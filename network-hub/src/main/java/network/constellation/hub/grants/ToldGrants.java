package network.constellation.hub.grants;

import java.time.Instant;
import java.util.List;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.method.administration.HeldGrant;

/**
 * What a site said that it lets this hub order.
 *
 * @param heard when it said so, by this hub's clock
 */
public record ToldGrants(Wwwroot site, Instant heard, List<HeldGrant> grants) {
    public ToldGrants {
        grants = List.copyOf(grants);
    }
}
