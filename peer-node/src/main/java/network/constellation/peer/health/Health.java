package network.constellation.peer.health;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the node can be sent work. Asked often, so an answer holds for some seconds. */
@Singleton
public final class Health {
    private static final Duration HOLDS = Duration.ofSeconds(5);

    private final Set<HealthCheck> checks;
    private @Nullable Readiness last;
    private long lastNanos;

    @Inject
    Health(Set<HealthCheck> checks) {
        this.checks = checks;
    }

    /** What was found when it was last looked. */
    public record Readiness(boolean ready, List<Finding> findings) {}

    public synchronized Readiness readiness() {
        Readiness present = last;
        if (present == null || System.nanoTime() - lastNanos > HOLDS.toNanos()) {
            present = look();
            last = present;
            lastNanos = System.nanoTime();
        }
        return present;
    }

    /** Looks now, whatever was found before. */
    public Readiness look() {
        List<Finding> findings = new ArrayList<>();
        for (HealthCheck check : checks) {
            if (check.gatesReadiness()) {
                findings.addAll(Doctor.guarded(check));
            }
        }
        return new Readiness(findings.stream().noneMatch(f -> f.grade() == Finding.Grade.BAD), findings);
    }
}
