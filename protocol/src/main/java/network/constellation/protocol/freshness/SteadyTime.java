package network.constellation.protocol.freshness;

import java.time.Duration;
import java.time.Instant;

/**
 * The clock, as far as it may move the horizon of a {@link ReplayStore}: a leap ahead is believed only when it has stood
 * for {@link #BELIEVED_AFTER}, by the machine's own count of seconds. A clock that leaps an hour ahead and is set right
 * again (a virtual machine that resumes, a wrong time server) would otherwise leave a horizon in the future, and every
 * call refused until then (reliability-anchors.md P-14). Moving the horizon late costs memory, never safety. Thread-safe.
 */
public final class SteadyTime {
    /** How long a leap ahead must have lasted. */
    public static final Duration BELIEVED_AFTER = Duration.ofMinutes(15);

    private Instant believed;
    private long since;
    private boolean leaping;
    private long leapSince;

    public SteadyTime(Instant now, long nanos) {
        this.believed = now;
        this.since = nanos;
    }

    /**
     * @param now what the clock says
     * @param nanos what {@code System.nanoTime()} says
     * @return {@code now}, or less while a leap ahead is not believed
     */
    public synchronized Instant at(Instant now, long nanos) {
        Instant expected = believed.plusNanos(nanos - since);
        boolean ahead = now.isAfter(expected.plus(Freshness.MODERN_WINDOW));
        if (ahead && !leaping) {
            leaping = true;
            leapSince = nanos;
        }
        if (ahead && nanos - leapSince < BELIEVED_AFTER.toNanos()) {
            return expected;
        }
        leaping = false;
        believed = now;
        since = nanos;
        return now;
    }
}
