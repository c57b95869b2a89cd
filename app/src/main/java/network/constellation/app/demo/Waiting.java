package network.constellation.app.demo;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what happens by itself. */
final class Waiting {
    private Waiting() {}

    /** @throws IllegalStateException when it has not come to be in this time */
    static void until(Duration atMost, String what, BooleanSupplier holds) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "After " + atMost.toSeconds() + " s it still does not hold that " + what);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting until " + what, interrupted);
            }
        }
    }
}
