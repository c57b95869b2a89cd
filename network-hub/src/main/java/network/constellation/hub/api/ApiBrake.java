package network.constellation.hub.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** How often in the present minute: tokens, and addresses that came without one. In memory, bounded. Thread-safe. */
@Singleton
final class ApiBrake {
    private static final long MOST_SUBJECTS = 20_000;
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final Cache<String, Count> counts =
            Caffeine.newBuilder().maximumSize(MOST_SUBJECTS).build();
    private final ApiConfig config;
    private final Clock clock;

    @Inject
    ApiBrake(ApiConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    private record Count(long minute, int calls) {}

    /** Counts a call. @return false when it is one too many */
    boolean admits(ApiToken token) {
        return count("token:" + token.id()) <= config.perMinute();
    }

    /** Counts a bad token. @return false when the address has shown so many in this minute that it is told to wait */
    boolean mayBeRefused(String address) {
        return count("address:" + address) <= config.refusalsPerMinute();
    }

    /** Seconds until the present minute is over. */
    long secondsLeft() {
        return Math.max(1, (MINUTE - clock.millis() % MINUTE + 999) / 1000);
    }

    private int count(String subject) {
        long minute = minute();
        return counts.asMap()
                .merge(
                        subject,
                        new Count(minute, 1),
                        (before, one) -> before.minute() == minute ? new Count(minute, before.calls() + 1) : one)
                .calls();
    }

    private long minute() {
        return clock.millis() / MINUTE;
    }
}
