package network.constellation.peer.jobs;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import network.constellation.peer.tenant.TenantListener;
import org.jspecify.annotations.Nullable;

/** The periodic tasks of one injector; registers them when it opens. */
final class PeriodicTasks implements TenantListener {
    private final String tenant;
    private final Map<String, PeriodicTask> byName = new HashMap<>();
    private final PeriodicStore store;
    private final Clock clock;
    private final Runnable wake;

    PeriodicTasks(String tenant, Set<PeriodicTask> tasks, PeriodicStore store, Clock clock, Runnable wake) {
        this.tenant = tenant;
        this.store = store;
        this.clock = clock;
        this.wake = wake;
        for (PeriodicTask task : tasks) {
            if (byName.put(task.name(), task) != null) {
                throw new IllegalStateException("Two periodic tasks are named " + task.name());
            }
        }
    }

    @Nullable
    PeriodicTask find(String name) {
        return byName.get(name);
    }

    void register() {
        byName.values().forEach(task -> store.register(tenant, task.name(), task.alarmAfter(), clock.instant()));
    }

    @Override
    public void opened() {
        register();
        wake.run();
    }
}
