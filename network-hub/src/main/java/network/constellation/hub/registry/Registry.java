package network.constellation.hub.registry;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.directory.strategy.ServiceStrategy;
import org.jdbi.v3.core.Handle;

/** The members of the network: read by every room, changed by the rules of sub-networks only. */
@Singleton
public final class Registry {
    private final RegistryStore store;
    private final Provider<Set<MembersListener>> listeners;

    @Inject
    Registry(RegistryStore store, Provider<Set<MembersListener>> listeners) {
        this.store = store;
        this.listeners = listeners;
    }

    /** Those that belong to the network, by address. */
    public List<Member> members() {
        return all().stream().filter(member -> member.state().isInside()).toList();
    }

    /** Also those that belonged to it once, by address. */
    public List<Member> all() {
        return store.members();
    }

    /** As {@link #all()}, within a transaction. */
    public List<Member> all(Handle transaction) {
        return store.members(transaction);
    }

    /** In whatever state. */
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

    /** A member that a former hub of this network had admitted. */
    public void handedOn(Member member) {
        store.register(member);
    }

    /** Tells the listeners; for whoever has changed something of members or sub-networks, after it is stored. */
    public void changed() {
        listeners.get().forEach(MembersListener::membersChanged);
    }

    /** Within the transaction of whoever draws the consequences. */
    public void setState(Handle transaction, Wwwroot member, Member.State state) {
        store.setState(transaction, member, state);
    }

    /** Within the transaction of whoever draws the consequences. */
    public void setStrategy(Handle transaction, Wwwroot member, ServiceStrategy strategy) {
        store.setStrategy(transaction, member, strategy);
    }
}
