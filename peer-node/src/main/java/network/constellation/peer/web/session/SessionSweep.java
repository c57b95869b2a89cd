package network.constellation.peer.web.session;

import com.google.inject.Inject;
import java.time.Duration;
import network.constellation.peer.jobs.PeriodicTask;

/** Removes sessions that are over; they were refused before that already. */
final class SessionSweep implements PeriodicTask {
    private final Sessions sessions;

    @Inject
    SessionSweep(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "sessions-sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        sessions.sweep();
    }
}
