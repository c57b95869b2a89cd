package network.constellation.peer.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.addresses.AddressRange;

/**
 * How many private-key operations may be spent on messages that turn out bad (protocol-security.md 2,
 * reliability-anchors.md P-27): {@value #PER_ADDRESS} a second for one network address, {@value #PER_PEER} for all
 * unproven addresses that claim to be one peer. An address from which a verified message of a peer came within the
 * hour is proven for it: a flood under that peer's name from elsewhere cannot starve it, and its good calls cost nothing.
 */
final class PrivateKeyBudget {
    static final int PER_ADDRESS = 20;
    static final int PER_PEER = 40;
    private static final Duration PROVEN = Duration.ofHours(1);

    private final Clock clock;
    private final Cache<AddressRange, TokenBucket> addresses;
    private final Cache<Wwwroot, TokenBucket> peers;
    private final Cache<Origin, Boolean> proven;

    PrivateKeyBudget(Clock clock) {
        this.clock = clock;
        addresses = Caffeine.newBuilder().maximumSize(20_000).build();
        peers = Caffeine.newBuilder().maximumSize(5_000).build();
        proven = Caffeine.newBuilder()
                .maximumSize(20_000)
                .expireAfterWrite(PROVEN)
                .ticker(() -> clock.millis() * 1_000_000)
                .build();
    }

    /** Whether one operation may be spent on a message from there. When it may, exactly one of the others must follow. */
    boolean admit(Wwwroot peer, InetAddress address) {
        long now = clock.millis();
        TokenBucket ofAddress = ofAddress(address);
        if (proven.getIfPresent(new Origin(peer, address)) != null) {
            return ofAddress.hasSome(now);
        }
        if (!ofPeer(peer).take(now)) {
            return false;
        }
        if (!ofAddress.take(now)) {
            ofPeer(peer).giveBack();
            return false;
        }
        return true;
    }

    /** The message was opened and its signature verified. */
    void good(Wwwroot peer, InetAddress address) {
        Origin origin = new Origin(peer, address);
        if (proven.getIfPresent(origin) == null) {
            proven.put(origin, Boolean.TRUE);
            ofAddress(address).giveBack();
            ofPeer(peer).giveBack();
        }
    }

    /** The message was bad. @param operations how many private-key operations it cost */
    void bad(Wwwroot peer, InetAddress address, int operations) {
        long now = clock.millis();
        boolean known = proven.getIfPresent(new Origin(peer, address)) != null;
        int unpaid = known ? operations : operations - 1;
        if (unpaid > 0) {
            ofAddress(address).charge(unpaid, now);
            if (!known) {
                ofPeer(peer).charge(unpaid, now);
            }
        }
    }

    private TokenBucket ofAddress(InetAddress address) {
        return addresses.get(neighbourhood(address), key -> new TokenBucket(PER_ADDRESS, clock.millis()));
    }

    private TokenBucket ofPeer(Wwwroot peer) {
        return peers.get(peer, key -> new TokenBucket(PER_PEER, clock.millis()));
    }

    /** One IPv4 address, or the network of 64 bits that one IPv6 host can choose its addresses from. */
    static AddressRange neighbourhood(InetAddress address) {
        return new AddressRange(address, address instanceof Inet6Address ? 64 : address.getAddress().length * 8);
    }

    private record Origin(Wwwroot peer, byte[] address) {
        Origin(Wwwroot peer, InetAddress address) {
            this(peer, address.getAddress());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Origin that && peer.equals(that.peer) && Arrays.equals(address, that.address);
        }

        @Override
        public int hashCode() {
            return 31 * peer.hashCode() + Arrays.hashCode(address);
        }
    }
}
