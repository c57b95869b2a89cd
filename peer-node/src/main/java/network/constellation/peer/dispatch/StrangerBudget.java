package network.constellation.peer.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.time.Clock;
import network.constellation.peer.addresses.AddressRange;

/**
 * How many calls of methods open to strangers may be refused to one network address before further ones are refused
 * unread: {@value #AT_ONCE} at once, then {@value #PER_MINUTE} a minute. Calls that succeed cost nothing, so that a
 * school may join all its sites from one address on one morning.
 */
final class StrangerBudget {
    static final int AT_ONCE = 20;
    static final int PER_MINUTE = 20;

    private final Clock clock;
    private final Cache<AddressRange, TokenBucket> addresses =
            Caffeine.newBuilder().maximumSize(20_000).build();

    StrangerBudget(Clock clock) {
        this.clock = clock;
    }

    boolean allows(InetAddress address) {
        return of(address).hasSome(clock.millis());
    }

    /** A call from there was refused. */
    void refused(InetAddress address) {
        of(address).charge(1, clock.millis());
    }

    private TokenBucket of(InetAddress address) {
        return addresses.get(
                PrivateKeyBudget.neighbourhood(address),
                key -> new TokenBucket(AT_ONCE, PER_MINUTE / 60_000.0, clock.millis()));
    }
}
