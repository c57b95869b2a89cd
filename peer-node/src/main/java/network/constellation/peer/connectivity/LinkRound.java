package network.constellation.peer.connectivity;

import jakarta.inject.Inject;
import java.time.Duration;
import network.constellation.peer.jobs.PeriodicTask;

/** Looks at the links again and again. */
final class LinkRound implements PeriodicTask {
    private final Connectivity connectivity;
    private final ConnectivityConfig config;
    private final RoundPermits permits;

    @Inject
    LinkRound(Connectivity connectivity, ConnectivityConfig config, RoundPermits permits) {
        this.connectivity = connectivity;
        this.config = config;
        this.permits = permits;
    }

    @Override
    public String name() {
        return "links";
    }

    @Override
    public Duration every() {
        return config.every();
    }

    @Override
    public void run() throws InterruptedException {
        permits.tryRun(connectivity::round);
    }
}
