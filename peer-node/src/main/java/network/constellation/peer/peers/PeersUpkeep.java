package network.constellation.peer.peers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.store.Database;
import network.constellation.peer.tenant.TenantListener;

/**
 * Writes down when peers were heard of, which the calls themselves keep in memory, and takes over what another process
 * of the same tenant changed.
 */
@Singleton
final class PeersUpkeep implements PeriodicTask, TenantListener {
    private final Peers peers;
    private final Services services;
    private final Database database;

    @Inject
    PeersUpkeep(Peers peers, Services services, Database database) {
        this.peers = peers;
        this.services = services;
        this.database = database;
    }

    @Override
    public String name() {
        return "peers-upkeep";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        peers.saveContacts();
        if (database.isShared()) {
            peers.reload();
            services.reload();
        }
    }

    @Override
    public void closing() {
        peers.saveContacts();
    }
}
