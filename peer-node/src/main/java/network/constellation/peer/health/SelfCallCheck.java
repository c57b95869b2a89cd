package network.constellation.peer.health;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.peer.tenant.TenantEntry;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.peer.tenant.Tenants;

/** A tenant calls itself, signed and sealed, over HTTP: the proof that calls are answered. */
final class SelfCallCheck implements HealthCheck {
    private static final String NAME = "self-call";
    private static final String REMEDY = "See what is named; `doctor` looks at keys, database, disk and clock.";
    private static final int MOST = 3;

    private final Tenants tenants;

    @Inject
    SelfCallCheck(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public boolean gatesReadiness() {
        return true;
    }

    @Override
    public List<Finding> check() {
        List<TenantEntry> chosen = tenants.list().stream()
                .filter(TenantEntry::isEnabled)
                .limit(MOST)
                .toList();
        List<Finding> findings = new ArrayList<>();
        for (TenantEntry entry : chosen) {
            findings.add(call(entry));
        }
        return findings;
    }

    private Finding call(TenantEntry entry) {
        try (TenantLease lease = tenants.open(entry.wwwroot())) {
            Optional<SelfCall> self = lease.find(SelfCall.class);
            if (self.isEmpty()) {
                return Finding.good(NAME, entry.wwwroot() + " opens; it has nothing to call.");
            }
            self.get().call();
            return Finding.good(NAME, entry.wwwroot() + " answers its own signed call.");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Finding.bad(NAME, "The node is stopping.", "");
        } catch (Exception failed) {
            return Finding.bad(
                    NAME, entry.wwwroot() + " does not answer its own signed call: " + failed.getMessage(), REMEDY);
        }
    }
}
