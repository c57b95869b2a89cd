package network.constellation.hub.subnets;

import java.util.List;
import network.constellation.keys.address.Wwwroot;

/**
 * All its members form a full mesh.
 *
 * @param number positive
 * @param members in the order of their addresses
 * @param services what members open to each other beyond single sign-on
 */
public record SubNetwork(int number, String name, List<Wwwroot> members, List<String> services) {
    public SubNetwork {
        members = List.copyOf(members);
        services = List.copyOf(services);
    }
}
