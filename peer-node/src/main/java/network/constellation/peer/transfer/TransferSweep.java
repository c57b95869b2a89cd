package network.constellation.peer.transfer;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import network.constellation.peer.jobs.PeriodicTask;

/** Forgets expired tickets, and parts of contents whose transfer was given up. */
@Singleton
final class TransferSweep implements PeriodicTask {
    private final Tickets tickets;
    private final PartialFiles partial;
    private final TransferConfig config;
    private final Clock clock;

    @Inject
    TransferSweep(Tickets tickets, PartialFiles partial, TransferConfig config, Clock clock) {
        this.tickets = tickets;
        this.partial = partial;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "transfer.sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() throws IOException {
        tickets.forgetExpired();
        partial.forgetOlderThan(clock.instant().minus(config.keepPartial()));
    }
}
