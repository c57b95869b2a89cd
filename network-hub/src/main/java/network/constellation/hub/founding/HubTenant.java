package network.constellation.hub.founding;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.store.NodeDb;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.peer.tenant.Tenants;
import org.jdbi.v3.core.Jdbi;

/** The tenant of this node that is a hub; a node has at most one. */
@Singleton
public final class HubTenant {
    private final Mark store;
    private final Tenants tenants;

    @Inject
    HubTenant(Mark mark, Tenants tenants) {
        this.store = mark;
        this.tenants = tenants;
    }

    public Optional<Wwwroot> wwwroot() {
        return store.find();
    }

    /** The note in the node's database which tenant is the hub; read before any tenant is opened. */
    @Singleton
    public static final class Mark {
        private final Provider<Jdbi> jdbi;

        /** @param jdbi asked for late: a backup is restored into a node whose database is not there yet */
        @Inject
        Mark(@NodeDb Provider<Jdbi> jdbi) {
            this.jdbi = jdbi;
        }

        public Optional<Wwwroot> find() {
            return new HubTenantStore(jdbi.get()).find();
        }

        void set(Wwwroot wwwroot) {
            if (find().isEmpty()) {
                new HubTenantStore(jdbi.get()).insert(wwwroot);
            }
        }
    }

    /**
     * Founds a network at this address, making the tenant when it is not there; repeating it changes nothing.
     *
     * @throws IllegalStateException when this node has another hub already, or an ordinary site at this address
     */
    public TenantLease found(Wwwroot wwwroot, String name, String actor) {
        TenantLease lease = make(wwwroot, name);
        lease.get(Founding.class).found(name, actor);
        return lease;
    }

    private TenantLease make(Wwwroot wwwroot, String name) {
        Optional<Wwwroot> present = store.find();
        if (present.isPresent() && !present.get().equals(wwwroot)) {
            throw new IllegalStateException("This node is the hub " + present.get() + " already; a node has one hub.");
        }
        boolean known =
                tenants.list().stream().anyMatch(entry -> entry.wwwroot().equals(wwwroot));
        if (known && present.isEmpty()) {
            throw new IllegalStateException(
                    "There is a site at " + wwwroot + " already; found the network at an address of its own.");
        }
        // The mark comes first: the tenant must be opened with the rooms of a hub from its first time.
        store.set(wwwroot);
        if (!known) {
            tenants.add(wwwroot, name);
        }
        return tenants.open(wwwroot);
    }

    /**
     * Makes a tenant that can lead a network one day, and leads none yet; repeating it changes nothing.
     *
     * @throws IllegalStateException when this node has another hub already, or an ordinary site at this address
     */
    public TenantLease standby(Wwwroot wwwroot, String name) {
        return make(wwwroot, name);
    }

    /** @throws IllegalStateException when this node is no hub */
    public TenantLease open() {
        return tenants.open(store.find()
                .orElseThrow(() ->
                        new IllegalStateException("This node is no hub yet; `hub found --wwwroot URL` makes it one.")));
    }
}
