package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import io.micrometer.core.instrument.MeterRegistry;
import network.constellation.peer.tenant.Tenant;

/** Who goes, who comes, who is refused and why, by tenant. */
@Singleton
final class RoamingMeters {
    private final MeterRegistry registry;
    private final String tenant;

    @Inject
    RoamingMeters(MeterRegistry registry, Tenant tenant) {
        this.registry = registry;
        this.tenant = tenant.wwwroot().value();
    }

    void jumped() {
        registry.counter("constellation.roaming.jumps", "tenant", tenant).increment();
    }

    void landed() {
        registry.counter("constellation.roaming.landings", "tenant", tenant).increment();
    }

    void refused(Refusal refusal) {
        registry.counter("constellation.roaming.refusals", "tenant", tenant, "reason", refusal.label())
                .increment();
    }
}
