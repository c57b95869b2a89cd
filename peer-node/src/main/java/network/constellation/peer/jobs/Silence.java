package network.constellation.peer.jobs;

import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether another replica's work is really dead. Its heartbeat is a time of its own clock, which may differ from ours by
 * any leap; so it counts only as something that changes, and what is measured is how long we saw it unchanged, by the
 * machine's own count of seconds (reliability-anchors.md P-14). Thread-safe.
 */
final class Silence {
    private static final int MOST = 100_000;

    private final Duration enough;
    private final LongSupplier nanos;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(long version, @Nullable Instant heartbeat, long nanos) {}

    /** @param enough no heartbeat for so long is death */
    Silence(Duration enough, LongSupplier nanos) {
        this.enough = enough;
        this.nanos = nanos;
    }

    boolean isOver(Execution execution) {
        return isOver(execution.getTaskName() + "/" + execution.getId(), execution.version, execution.lastHeartbeat);
    }

    boolean isOver(String key, long version, @Nullable Instant heartbeat) {
        long now = nanos.getAsLong();
        if (seen.size() > MOST) {
            seen.clear();
        }
        Seen before = seen.get(key);
        if (before == null || before.version != version || !Objects.equals(before.heartbeat, heartbeat)) {
            seen.put(key, new Seen(version, heartbeat, now));
            return false;
        }
        if (now - before.nanos < enough.toNanos()) {
            return false;
        }
        seen.remove(key);
        return true;
    }
}
