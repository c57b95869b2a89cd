package network.constellation.hub.directory;

import jakarta.inject.Inject;
import java.util.List;
import java.util.TreeMap;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.directory.NetworkEntry;
import network.constellation.protocol.directory.SubNetworkEntry;
import network.constellation.protocol.directory.strategy.Policy;
import network.constellation.protocol.directory.strategy.ServiceMatrix;
import network.constellation.protocol.directory.strategy.ServiceStrategy;

/** A network without sub-networks: everybody is linked with the hub only. */
final class PlainShape implements NetworkShape {
    private final Registry registry;

    @Inject
    PlainShape(Registry registry) {
        this.registry = registry;
    }

    @Override
    public NetworkEntry network(String name) {
        return new NetworkEntry(name, ServiceMatrix.SINGLE_SIGN_ON, new TreeMap<>());
    }

    @Override
    public List<SubNetworkEntry> subnetworks() {
        return List.of();
    }

    @Override
    public Place place(Wwwroot member) {
        long joined = registry.find(member)
                .map(known -> known.admittedAt().toEpochMilli())
                .orElse(0L);
        return new Place(Policy.HUB, ServiceStrategy.SUBNETWORK, List.of(), List.of(), joined);
    }
}
