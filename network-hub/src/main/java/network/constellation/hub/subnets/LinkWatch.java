package network.constellation.hub.subnets;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import network.constellation.hub.founding.Founding;
import network.constellation.peer.jobs.PeriodicTask;

/** Compares and repairs by itself, so that links which drift apart are seen before somebody needs them. */
final class LinkWatch implements PeriodicTask {
    private final LinkCheck check;
    private final Founding founding;

    @Inject
    LinkWatch(LinkCheck check, Founding founding) {
        this.check = check;
        this.founding = founding;
    }

    @Override
    public String name() {
        return "subnets.watch";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    @Override
    public void run() {
        if (founding.network().isPresent()) {
            check.repair(Optional.empty(), "watch");
        }
    }
}
