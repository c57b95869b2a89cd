package network.constellation.peer.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Consumer;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.directory.DirectoryStore.TenantRow;
import network.constellation.peer.tenant.TenantException;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.peer.tenant.Tenants;
import network.constellation.protocol.directory.DirectoryVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has every tenant of this process follow what is new, and tells them when the directory grows old. */
@Singleton
final class Following {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final int OVER = 100;

    private final DirectoryCache cache;
    private final DirectoryStore store;
    private final Tenants tenants;
    private final Clock clock;

    @Inject
    Following(DirectoryCache cache, DirectoryStore store, Tenants tenants, Clock clock) {
        this.cache = cache;
        this.store = store;
        this.tenants = tenants;
        this.clock = clock;
    }

    void round(String network, Attempts attempts) {
        Held held = cache.required(network);
        for (TenantRow row : cache.tenantsOf(network)) {
            if (!row.leads() && isBehind(row, held)) {
                within(row, lease -> lease.get(DirectoryDelivery.class).deliver());
            }
        }
        if (cache.tenantsOf(network).stream().anyMatch(row -> !row.leads())) {
            warn(network, held, attempts);
        }
    }

    static boolean isBehind(TenantRow row, Held held) {
        return held.directory().map(now -> !now.version().equals(row.applied())).orElse(false)
                || (held.list().isPresent() && held.listSequence() != row.appliedList());
    }

    private void warn(String network, Held held, Attempts attempts) {
        DirectoryAge age = DirectoryAge.of(held, false, attempts, clock.instant());
        int reached = age.version().equals(DirectoryVersion.NONE) ? 0 : age.warning();
        int told = store.warned(network);
        if (reached == told) {
            return;
        }
        store.warned(network, reached);
        if (reached == 0) {
            record(network, AuditEvent.done(DirectoryEvents.RENEWED, "system"), age);
        } else if (reached > told) {
            LOG.warn("{} % of the life of the directory of network {} are over.", Math.min(reached, OVER), network);
            String name = reached >= OVER ? DirectoryEvents.EXPIRED : DirectoryEvents.AGEING;
            String why = age.lastError().orElse("the hub was not asked");
            record(network, AuditEvent.failed(name, "system", why).with("percent", Integer.toString(reached)), age);
        }
    }

    private void record(String network, AuditEvent event, DirectoryAge age) {
        AuditEvent line = event.with("version", age.version().toString())
                .with("expires", age.expires().toString());
        for (TenantRow row : cache.tenantsOf(network)) {
            if (!row.leads()) {
                within(row, lease -> lease.get(Audit.class).record(line));
            }
        }
    }

    private void within(TenantRow row, Consumer<TenantLease> work) {
        if (tenants.entry(row.tenant()).filter(entry -> entry.isEnabled()).isEmpty()) {
            return;
        }
        try (TenantLease lease = tenants.open(row.tenant())) {
            work.accept(lease);
        } catch (TenantException stopping) {
            LOG.debug("{} follows later: {}", row.tenant(), stopping.getMessage());
        }
    }
}
