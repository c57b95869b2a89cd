package network.constellation.peer.connectivity;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many tenants of one process look at their links at the same time. A round waits for those who do not answer, on a
 * thread of the scheduler: with many tenants and a network that is down, the other periodic work must go on.
 */
@Singleton
final class RoundPermits {
    private static final int TENANTS = 3;
    private static final long PATIENCE_SECONDS = 2;

    private final Semaphore permits = new Semaphore(TENANTS);

    /** Does it, or leaves it to the next time. */
    void tryRun(Round round) throws InterruptedException {
        if (permits.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            try {
                round.run();
            } finally {
                permits.release();
            }
        }
    }

    /** One round of one tenant. */
    @FunctionalInterface
    interface Round {
        void run() throws InterruptedException;
    }
}
