package network.constellation.peer.health;

import com.google.inject.Inject;
import java.util.List;
import network.constellation.peer.jobs.PeriodicOverview;
import network.constellation.peer.jobs.PeriodicView;

/** Everything periodic has succeeded lately. */
final class WorkCheck implements HealthCheck {
    private static final String NAME = "periodic work";

    private final PeriodicOverview overview;

    @Inject
    WorkCheck(PeriodicOverview overview) {
        this.overview = overview;
    }

    @Override
    public List<Finding> check() {
        List<PeriodicView> overdue = overview.overdue();
        if (overdue.isEmpty()) {
            return List.of(Finding.good(NAME, "Nothing is overdue."));
        }
        return overdue.stream()
                .map(task -> Finding.warning(
                        NAME,
                        task.name() + (task.tenant().isEmpty() ? "" : " of " + task.tenant())
                                + " has not succeeded since "
                                + task.lastSuccess().orElse(task.registered())
                                + task.lastError().map(error -> ": " + error).orElse(""),
                        "Start the node if it is stopped; otherwise remove the cause that is named."))
                .toList();
    }
}
