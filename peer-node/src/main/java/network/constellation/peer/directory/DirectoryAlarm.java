package network.constellation.peer.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import network.constellation.peer.directory.DirectoryStore.TenantRow;
import network.constellation.peer.jobs.PeriodicView;
import network.constellation.peer.jobs.WatchdogAlarm;
import network.constellation.peer.tenant.TenantException;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.peer.tenant.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The watchdog's alarm about the refresh, which is the node's, in the audit of each tenant that it concerns. */
@Singleton
final class DirectoryAlarm implements WatchdogAlarm {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryAlarm.class);

    private final DirectoryCache cache;
    private final DirectoryPull pull;
    private final Tenants tenants;

    @Inject
    DirectoryAlarm(DirectoryCache cache, DirectoryPull pull, Tenants tenants) {
        this.cache = cache;
        this.pull = pull;
        this.tenants = tenants;
    }

    @Override
    public void overdue(PeriodicView task) {
        if (!task.name().equals(DirectoryRefresh.NAME) || !task.tenant().isEmpty()) {
            return;
        }
        for (String network : cache.names()) {
            for (TenantRow row : pull.askers(network)) {
                try (TenantLease lease = tenants.open(row.tenant())) {
                    lease.find(WatchdogAlarm.class).ifPresent(audit -> audit.overdue(task));
                } catch (TenantException closing) {
                    LOG.warn("{} was not told of the silent hub: {}", row.tenant(), closing.getMessage());
                }
            }
        }
    }
}
