package network.constellation.keys.provider;

import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Reuses JCA objects, which are dear to look up and not safe to share: each is lent to one caller at a time.
 *
 * <p>A pool rather than thread locals, because with virtual threads there are more threads than it pays to equip. An
 * instance whose use threw is dropped, since its state is unknown.
 */
public final class InstancePool<T> {
    /** A power of two; more threads than cores may be at work when some of them wait for the processor. */
    private static final int KEPT = 64;

    private final Maker<T> maker;
    private final AtomicReferenceArray<T> idle = new AtomicReferenceArray<>(KEPT);

    public InstancePool(Maker<T> maker) {
        this.maker = maker;
    }

    /** Lends an instance for the time of {@code use}. */
    public <R> R with(Use<T, R> use) throws GeneralSecurityException {
        // A thread finds what it gave back itself, mostly: no two processors ask for the same place.
        int place = (int) Thread.currentThread().getId() & (KEPT - 1);
        T lent = idle.getAndSet(place, null);
        if (lent == null) {
            lent = maker.make();
        }
        R result = use.apply(lent);
        idle.setRelease(place, lent);
        return result;
    }

    /** Makes one instance. */
    @FunctionalInterface
    public interface Maker<T> {
        T make() throws GeneralSecurityException;
    }

    /** What is done with a lent instance. */
    @FunctionalInterface
    public interface Use<T, R> {
        R apply(T instance) throws GeneralSecurityException;
    }
}
