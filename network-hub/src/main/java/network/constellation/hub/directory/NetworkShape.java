package network.constellation.hub.directory;

import java.util.List;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.directory.NetworkEntry;
import network.constellation.protocol.directory.SubNetworkEntry;
import network.constellation.protocol.directory.strategy.Policy;
import network.constellation.protocol.directory.strategy.ServiceStrategy;

/** How the network is divided and linked, as the directory tells it; bound by the room of sub-networks. */
public interface NetworkShape {
    /** What holds for the whole. @param name of the network */
    NetworkEntry network(String name);

    List<SubNetworkEntry> subnetworks();

    /** Where one member stands. */
    Place place(Wwwroot member);

    /**
     * @param subnetworks numbers
     * @param aliases other addresses of the same site
     * @param joinOrder grows with each admission
     */
    record Place(
            Policy policy, ServiceStrategy strategy, List<Integer> subnetworks, List<Wwwroot> aliases, long joinOrder) {
        public Place {
            subnetworks = List.copyOf(subnetworks);
            aliases = List.copyOf(aliases);
        }
    }
}
