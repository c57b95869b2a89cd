package network.constellation.peer.jobs;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import network.constellation.keys.address.Wwwroot;

/** Makes a periodic task due now: something happened that it need not wait out its pause for. */
@Singleton
public final class PeriodicWake {
    private final PeriodicRunner runner;
    private final PeriodicStore store;
    private final JobEngine engine;
    private final Clock clock;

    @Inject
    PeriodicWake(PeriodicRunner runner, PeriodicStore store, JobEngine engine, Clock clock) {
        this.runner = runner;
        this.store = store;
        this.engine = engine;
        this.clock = clock;
    }

    /** As {@link #now(String)}, for a task of one tenant. */
    public void now(Wwwroot tenant, String task) {
        due(PeriodicStore.instance(tenant.value(), task));
    }

    /** One that is running now runs again when it has ended, unless it is the one that says so. */
    public void now(String task) {
        due(PeriodicStore.instance("", task));
    }

    private void due(String instance) {
        runner.wanted(instance);
        store.due(instance, clock.instant());
        engine.wake();
    }
}
