package network.constellation.peer.usage;

import jakarta.inject.Inject;
import java.time.Duration;
import network.constellation.peer.jobs.PeriodicTask;

/** Sums what has happened, then forgets single events whose time is over. */
final class UsageUpkeep implements PeriodicTask {
    private final Usage usage;

    @Inject
    UsageUpkeep(Usage usage) {
        this.usage = usage;
    }

    @Override
    public String name() {
        return "usage.sums";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        usage.sum();
        usage.forget();
    }
}
