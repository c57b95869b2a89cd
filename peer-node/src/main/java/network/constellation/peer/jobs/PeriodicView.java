package network.constellation.peer.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A periodic task as it stands; {@code tenant} is empty for the node's own. */
public record PeriodicView(
        String tenant,
        String name,
        Duration alarmAfter,
        Instant registered,
        Optional<Instant> lastSuccess,
        Optional<String> lastError,
        int failures,
        boolean alarmed) {

    /** Whether its last success is too long ago. */
    public boolean isOverdue(Instant now) {
        return lastSuccess.orElse(registered).plus(alarmAfter).isBefore(now);
    }
}
