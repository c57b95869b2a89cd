package network.constellation.keys.provider;

import java.security.GeneralSecurityException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reuses JCA objects, which are dear to look up and not safe to share: each is lent to one caller at a time.
 *
 * <p>A pool rather than thread locals, because with virtual threads there are more threads than it pays to equip. An
 * instance whose use threw is dropped, since its state is unknown.
 */
public final class InstancePool<T> {
    private static final int KEPT = 64;

    private final Maker<T> maker;
    private final ConcurrentLinkedQueue<T> idle = new ConcurrentLinkedQueue<>();
    private final AtomicInteger idleCount = new AtomicInteger();

    public InstancePool(Maker<T> maker) {
        this.maker = maker;
    }

    /** Lends an instance for the time of {@code use}. */
    public <R> R with(Use<T, R> use) throws GeneralSecurityException {
        T lent = idle.poll();
        if (lent == null) {
            lent = maker.make();
        } else {
            idleCount.decrementAndGet();
        }
        R result = use.apply(lent);
        if (idleCount.incrementAndGet() <= KEPT) {
            idle.add(lent);
        } else {
            idleCount.decrementAndGet();
        }
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
