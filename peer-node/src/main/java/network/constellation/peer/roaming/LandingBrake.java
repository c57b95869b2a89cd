package network.constellation.peer.roaming;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Each landing makes this site ask another: whoever presents one bad token after the other is not asked about for a
 * while. Good landings never count, so a class behind one address is not held up. Thread-safe.
 */
@Singleton
final class LandingBrake {
    private static final int MOST_FAILURES = 20;
    private static final int MOST_ADDRESSES = 10_000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    private final Cache<String, Failures> byAddress =
            Caffeine.newBuilder().maximumSize(MOST_ADDRESSES).build();

    @Inject
    LandingBrake(Clock clock) {
        this.clock = clock;
    }

    private record Failures(Instant since, int count) {
        boolean isOver(Instant now) {
            return !now.isBefore(since.plus(WINDOW));
        }
    }

    boolean isHeld(String address) {
        Failures failures = byAddress.getIfPresent(address);
        return failures != null && failures.count() >= MOST_FAILURES && !failures.isOver(clock.instant());
    }

    void failed(String address) {
        Instant now = clock.instant();
        byAddress
                .asMap()
                .compute(
                        address,
                        (key, before) -> before == null || before.isOver(now)
                                ? new Failures(now, 1)
                                : new Failures(before.since(), before.count() + 1));
    }
}
