package network.constellation.hub.registry;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;

/** The members of the network. */
@Singleton
public final class Registry {
    private final RegistryStore store;
    private final Provider<Set<MembersListener>> listeners;

    @Inject
    Registry(RegistryStore store, Provider<Set<MembersListener>> listeners) {
        this.store = store;
        this.listeners = listeners;
    }

    /** By address. */
    public List<Member> members() {
        return store.members();
    }

    public Optional<Member> find(Wwwroot wwwroot) {
        return store.member(wwwroot);
    }

    /**
     * Notes what the hub has decided about a member; whoever decides does what follows from it, and writes the audit.
     *
     * @return false when it was so already
     * @throws IllegalArgumentException when there is no such member
     */
    public boolean decide(Wwwroot wwwroot, Member.State state) {
        if (store.member(wwwroot).isEmpty()) {
            throw new IllegalArgumentException(
                    wwwroot + " is not a member of this network; `hub peers` lists the members.");
        }
        boolean changed = store.setState(wwwroot, state);
        if (changed) {
            changed();
        }
        return changed;
    }

    /** Tells the listeners. */
    void changed() {
        listeners.get().forEach(MembersListener::membersChanged);
    }
}
