package network.constellation.peer.jobs;

import com.google.inject.Binder;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import java.time.Duration;
import java.util.List;
import network.constellation.peer.config.ForNode;

/**
 * A sort of durable work. Names of kinds and steps are stored with running jobs, so they stay as they are once released.
 *
 * @param <S> the state that goes from step to step, a record that Jackson can write and read; it holds no secret that may
 *     not be in the database
 */
public interface JobKind<S> {
    String name();

    Class<S> stateType();

    List<NamedStep<S>> steps();

    /** How often and how fast a failing step is tried again. */
    default RetryPolicy retries() {
        return RetryPolicy.DEFAULT;
    }

    /** @param name stays the same for ever: a stored job goes on at the step of that name */
    record NamedStep<S>(String name, Step<S> step) {}

    static <S> NamedStep<S> step(String name, Step<S> step) {
        return new NamedStep<>(name, step);
    }

    /** First wait, doubled each time up to the longest, with jitter; given up after {@code attempts} of one step. */
    record RetryPolicy(Duration first, Duration longest, int attempts) {
        public static final RetryPolicy DEFAULT = new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(10), 200);
    }

    /** For a module of the tenant injector. */
    static void bindTenant(Binder binder, Class<? extends JobKind<?>> kind) {
        Multibinder.newSetBinder(binder, new TypeLiteral<JobKind<?>>() {})
                .addBinding()
                .to(kind);
    }

    /** For a module of the node injector. */
    static void bindNode(Binder binder, Class<? extends JobKind<?>> kind) {
        Multibinder.newSetBinder(binder, new TypeLiteral<JobKind<?>>() {}, ForNode.class)
                .addBinding()
                .to(kind);
    }
}
