package network.constellation.hub.registry;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;

/** The members of the network, to be read. */
@Singleton
public final class Registry {
    private final RegistryStore store;

    @Inject
    Registry(RegistryStore store) {
        this.store = store;
    }

    /** By address. */
    public List<Member> members() {
        return store.members();
    }

    public Optional<Member> find(Wwwroot wwwroot) {
        return store.member(wwwroot);
    }
}
