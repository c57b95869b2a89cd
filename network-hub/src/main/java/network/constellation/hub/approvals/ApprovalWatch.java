package network.constellation.hub.approvals;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import network.constellation.peer.jobs.PeriodicTask;

/** Ends requests that are too old, and notes a second administrator also where nobody asks for anything. */
@Singleton
final class ApprovalWatch implements PeriodicTask {
    private final Approvals approvals;
    private final Administrators administrators;

    @Inject
    ApprovalWatch(Approvals approvals, Administrators administrators) {
        this.approvals = approvals;
        this.administrators = administrators;
    }

    @Override
    public String name() {
        return "approvals.watch";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        approvals.expire();
        administrators.noteSecond();
    }
}
