package network.constellation.peer.jobs;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds of one injector, by name. */
final class JobKinds {
    private final Map<String, JobKind<?>> byName = new HashMap<>();

    JobKinds(Set<JobKind<?>> kinds) {
        for (JobKind<?> kind : kinds) {
            if (byName.put(kind.name(), kind) != null) {
                throw new IllegalStateException("Two kinds of job are named " + kind.name());
            }
            if (kind.steps().isEmpty()) {
                throw new IllegalStateException("The job " + kind.name() + " has no step");
            }
        }
    }

    @Nullable
    JobKind<?> find(String name) {
        return byName.get(name);
    }
}
