package network.constellation.peer.courses;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import network.constellation.peer.jobs.PeriodicTask;

/** Ends what another site was allowed to fetch and never did. */
@Singleton
final class OrderUpkeep implements PeriodicTask {
    private final OrderStore orders;
    private final CoursesConfig config;
    private final Clock clock;

    @Inject
    OrderUpkeep(OrderStore orders, CoursesConfig config, Clock clock) {
        this.orders = orders;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "courses.orders";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        orders.expire(now.minus(config.keepOpen()), "Never fetched.", now);
    }
}
