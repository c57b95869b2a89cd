package network.constellation.hub.subnets;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import network.constellation.hub.directory.NetworkShape;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.directory.NetworkEntry;
import network.constellation.protocol.directory.SubNetworkEntry;
import network.constellation.protocol.directory.strategy.Policy;
import network.constellation.protocol.directory.strategy.ServiceStrategy;

/** What the directory tells of sub-networks, matrices and policies. */
final class DirectoryShape implements NetworkShape {
    private final SubNetworksStore store;
    private final Registry registry;

    @Inject
    DirectoryShape(SubNetworksStore store, Registry registry) {
        this.store = store;
        this.registry = registry;
    }

    @Override
    public NetworkEntry network(String name) {
        return new NetworkEntry(name, store.read(store::main), new TreeMap<>());
    }

    @Override
    public List<SubNetworkEntry> subnetworks() {
        return store.read(store::all).stream()
                .map(one -> new SubNetworkEntry(one.number(), one.name(), one.matrix()))
                .toList();
    }

    @Override
    public Place place(Wwwroot wwwroot) {
        Optional<Member> member = registry.find(wwwroot);
        List<Integer> numbers = store.read(handle -> store.numbersOf(handle, wwwroot));
        return new Place(
                member.filter(known -> known.state().isInside()).isPresent() ? Policy.of(numbers) : Policy.NONE,
                member.map(Member::strategy).orElse(ServiceStrategy.DEFAULT),
                numbers,
                List.of(),
                member.map(Member::joinOrder).orElse(0L));
    }
}
