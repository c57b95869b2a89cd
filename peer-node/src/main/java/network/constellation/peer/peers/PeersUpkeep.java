package network.constellation.peer.peers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.tenant.TenantListener;

/**
 * Writes down when peers were heard of, which the calls themselves keep in memory, and takes over what another process
 * of the same tenant changed.
 */
@Singleton
final class PeersUpkeep implements PeriodicTask, TenantListener {
    private final Peers peers;
    private final Services services;

    @Inject
    PeersUpkeep(Peers peers, Services services) {
        this.peers = peers;
        this.services = services;
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
        peers.reload();
        services.reload();
    }

    @Override
    public void closing() {
        peers.saveContacts();
    }
}
