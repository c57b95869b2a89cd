package network.constellation.peer.jobs;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import network.constellation.keys.address.Wwwroot;

/** Makes a periodic task due now: something happened that it need not wait out its pause for. */
@Singleton
public final class PeriodicWake {
    private final PeriodicStore store;
    private final JobEngine engine;
    private final Clock clock;

    @Inject
    PeriodicWake(PeriodicStore store, JobEngine engine, Clock clock) {
        this.store = store;
        this.engine = engine;
        this.clock = clock;
    }

    /** As {@link #now(String)}, for a task of one tenant. */
    public void now(Wwwroot tenant, String task) {
        store.due(tenant.value(), task, clock.instant());
        engine.wake();
    }

    /** One that is running now is not started again: it must look for itself, before it ends, whether there is more to do. */
    public void now(String task) {
        store.due("", task, clock.instant());
        engine.wake();
    }
}
