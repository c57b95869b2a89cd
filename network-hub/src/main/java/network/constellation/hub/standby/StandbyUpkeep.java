package network.constellation.hub.standby;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import network.constellation.peer.jobs.PeriodicTask;

/** Each minute: at a hub with a standby the lease, at a standby the copy, or the end of a promotion that was cut off. */
@Singleton
final class StandbyUpkeep implements PeriodicTask {
    static final String NAME = "hub-standby";

    private static final Duration EVERY = Duration.ofSeconds(45);

    private final Lease lease;
    private final Copying copying;
    private final Promotion promotion;

    @Inject
    StandbyUpkeep(Lease lease, Copying copying, Promotion promotion) {
        this.lease = lease;
        this.copying = copying;
        this.promotion = promotion;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run() {
        promotion.resume();
        lease.confirm();
        copying.round();
    }
}
