package network.constellation.peer.peers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;

/**
 * A host record and its service bindings as one change, as the originals' bind_peer should have made it (network-admin.md
 * 2.5, defect 7): all of it or nothing, in the database and in memory.
 */
@Singleton
public final class HostBindings {
    private final PeersStore store;
    private final Peers peers;
    private final Services services;
    private final Audit audit;

    @Inject
    HostBindings(PeersStore store, Peers peers, Services services, Audit audit) {
        this.store = store;
        this.peers = peers;
        this.services = services;
        this.audit = audit;
    }

    /** Whatever this does with {@link Peers}, {@link Services} and stores of the tenant becomes one transaction. */
    public <T> T atOnce(Supplier<T> work) {
        // Both first, in this order: whoever waits for one of them must not hold rows that the other wants.
        synchronized (peers) {
            synchronized (services) {
                try {
                    return store.inTransaction(handle -> work.get());
                } catch (RuntimeException failed) {
                    peers.reload();
                    services.reload();
                    throw failed;
                }
            }
        }
    }

    /** The peer stays one, and is this tenant's hub no more. */
    public void endAuthority(Wwwroot wwwroot, String actor) {
        atOnce(() -> {
            Peer after = peers.require(wwwroot).withHub(false);
            return store.inTransaction(handle -> {
                store.save(handle, after);
                audit.record(handle, Peers.event("peer.hub-ended", actor, after));
                return after;
            });
        });
        peers.reload();
    }
}
