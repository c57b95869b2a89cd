package network.constellation.peer.enrolment;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.platform.Platform;

/** Gives and takes the roles of enrolments that begin or end. */
@Singleton
final class SettleEnrolments implements PeriodicTask {
    private final Platform platform;

    @Inject
    SettleEnrolments(Platform platform) {
        this.platform = platform;
    }

    @Override
    public String name() {
        return "enrolment.settle";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        platform.enrolments().settle();
    }
}
