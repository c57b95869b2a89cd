package network.constellation.peer.health;

import com.google.inject.Inject;
import com.google.inject.Key;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import network.constellation.peer.tenant.TenantEntry;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.peer.tenant.Tenants;

/** Looks at everything that may be wrong, of the node and of each tenant, and says what to do. */
@Singleton
public final class Doctor {
    private final Set<HealthCheck> checks;
    private final Tenants tenants;

    @Inject
    Doctor(Set<HealthCheck> checks, Tenants tenants) {
        this.checks = checks;
        this.tenants = tenants;
    }

    /** All findings, the node's first. */
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        checks.forEach(check -> findings.addAll(guarded(check)));
        for (TenantEntry entry : tenants.list()) {
            if (entry.isEnabled()) {
                findings.addAll(tenant(entry));
            }
        }
        return findings;
    }

    private List<Finding> tenant(TenantEntry entry) {
        String name = "tenant " + entry.wwwroot();
        List<Finding> findings = new ArrayList<>();
        try (TenantLease lease = tenants.open(entry.wwwroot())) {
            findings.add(Finding.good(name, "Opens, and its database is at the newest schema."));
            for (TenantCheck check : lease.get(Key.get(new TypeLiteral<Set<TenantCheck>>() {}))) {
                findings.addAll(check.check());
            }
        } catch (RuntimeException failed) {
            findings.add(Finding.bad(
                    name, "Cannot be opened: " + failed.getMessage(), "Repair what is named, or restore a backup."));
        }
        return findings;
    }

    static List<Finding> guarded(HealthCheck check) {
        try {
            return check.check();
        } catch (RuntimeException failed) {
            return List.of(Finding.bad(
                    check.getClass().getSimpleName(),
                    "The check itself failed: " + failed.getMessage(),
                    "Look into the log of the node."));
        }
    }
}
