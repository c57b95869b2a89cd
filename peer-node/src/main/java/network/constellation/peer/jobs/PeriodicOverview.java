package network.constellation.peer.jobs;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** All periodic tasks of the process, for pages, command line and health. */
@Singleton
public final class PeriodicOverview {
    private final PeriodicStore store;
    private final Clock clock;

    @Inject
    PeriodicOverview(PeriodicStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public List<PeriodicView> all() {
        return store.all();
    }

    /** Those whose last success is too long ago. */
    public List<PeriodicView> overdue() {
        var now = clock.instant();
        return store.all().stream().filter(task -> task.isOverdue(now)).toList();
    }
}
