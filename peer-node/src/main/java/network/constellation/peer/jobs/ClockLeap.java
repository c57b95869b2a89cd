package network.constellation.peer.jobs;

import java.time.Duration;
import java.time.Instant;

/** Notices that the clock was set back, by the machine's own count of seconds. Thread-safe. */
final class ClockLeap {
    /** Less than this is the ordinary work of NTP. */
    private static final Duration NOTICED = Duration.ofSeconds(30);

    private Instant clock;
    private long nanos;

    ClockLeap(Instant clock, long nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /** By how much it was set back since it was asked last; zero: it was not. */
    synchronized Duration back(Instant now, long nowNanos) {
        Duration back = Duration.between(now, clock.plusNanos(nowNanos - nanos));
        clock = now;
        nanos = nowNanos;
        return back.compareTo(NOTICED) > 0 ? back : Duration.ZERO;
    }
}
