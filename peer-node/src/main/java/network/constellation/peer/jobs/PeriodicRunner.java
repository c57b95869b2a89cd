package network.constellation.peer.jobs;

import com.google.inject.Inject;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.config.ForNode;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.peer.tenant.Tenants;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one periodic task once and says when it is due again. */
@Singleton
final class PeriodicRunner {
    private static final Logger LOG = LoggerFactory.getLogger(PeriodicRunner.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration DISABLED_TENANT_WAIT = Duration.ofMinutes(1);

    private final PeriodicStore store;
    private final Tenants tenants;
    private final Injector node;
    private final Clock clock;
    private final Set<String> wanted = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<String> running = new ThreadLocal<>();

    @Inject
    PeriodicRunner(PeriodicStore store, Tenants tenants, Injector node, Clock clock) {
        this.store = store;
        this.tenants = tenants;
        this.node = node;
        this.clock = clock;
    }

    /** There is something to do for it now; what it finds out itself while it runs, it does itself. */
    void wanted(String instance) {
        if (!instance.equals(running.get())) {
            wanted.add(instance);
        }
    }

    /**
     * To be called when the scheduler has written down when it runs next: what was wanted while it ran, or between its end
     * and now, could not make it due.
     *
     * @return whether it is due again at once
     */
    boolean afterwards(String instance) {
        if (wanted.contains(instance)) {
            store.due(instance, clock.instant());
            return true;
        }
        return false;
    }

    /** @return when it is due again; empty: never, it is not there any more */
    Optional<Instant> run(String instance) throws InterruptedException {
        wanted.remove(instance);
        running.set(instance);
        try {
            return once(instance);
        } finally {
            running.remove();
        }
    }

    private Optional<Instant> once(String instance) throws InterruptedException {
        int bar = instance.indexOf('|');
        String name = instance.substring(0, bar);
        String tenant = instance.substring(bar + 1);
        if (tenant.isEmpty()) {
            return run(
                    name,
                    tenant,
                    node.getInstance(Key.get(PeriodicTasks.class, ForNode.class))
                            .find(name));
        }
        var entry = tenants.entry(Wwwroot.of(tenant));
        if (entry.isEmpty()) {
            return gone(name, tenant);
        }
        if (!entry.get().isEnabled()) {
            // A disabled tenant does nothing, and nothing of it is overdue.
            store.succeeded(tenant, name, clock.instant());
            return Optional.of(clock.instant().plus(DISABLED_TENANT_WAIT));
        }
        try (TenantLease lease = tenants.open(Wwwroot.of(tenant))) {
            return run(name, tenant, lease.get(PeriodicTasks.class).find(name));
        }
    }

    private Optional<Instant> run(String name, String tenant, @Nullable PeriodicTask task) throws InterruptedException {
        if (task == null) {
            return gone(name, tenant);
        }
        try {
            task.run();
            Instant now = clock.instant();
            store.succeeded(tenant, name, now);
            long every = task.every().toMillis();
            return Optional.of(
                    now.plusMillis(every + ThreadLocalRandom.current().nextLong(every / 10 + 1)));
        } catch (InterruptedException stopping) {
            throw stopping;
        } catch (Exception | LinkageError failed) {
            int failures = store.failed(tenant, name, String.valueOf(failed.getMessage()));
            LOG.warn("Periodic task {} of {} failed for the {}. time: {}", name, tenant, failures, failed.toString());
            long wait = FIRST_RETRY.toMillis() << Math.min(failures - 1, 20);
            return Optional.of(
                    clock.instant().plusMillis(Math.min(wait, task.every().toMillis())));
        }
    }

    private Optional<Instant> gone(String name, String tenant) {
        store.remove(tenant, name);
        return Optional.empty();
    }
}
