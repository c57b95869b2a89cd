package network.constellation.peer.outbound;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.freshness.ClockSkew;

/**
 * How far the clocks of peers are from ours, as their signed answers tell: only such an answer counts, and only for calls
 * to that very peer. A request to a peer whose clock is more than {@link #NOTICED} away but no more than
 * {@link ClockSkew#CORRECTED} carries the peer's time (docs/decisions/0060-clocks-that-differ.md). In memory; thread-safe.
 */
@Singleton
public final class PeerClocks {
    /** Below this, own time is sent. */
    public static final Duration NOTICED = Duration.ofSeconds(60);
    /** Longer ago, by the machine's own count of seconds, and it is forgotten: clocks are set. */
    private static final Duration KEPT = Duration.ofMinutes(15);

    private final Map<Wwwroot, Told> told = new ConcurrentHashMap<>();

    /**
     * How far a peer's clock is from ours.
     *
     * @param ahead positive: the peer's is ahead
     * @param uncertainty half the round trip of the call that told it
     */
    public record Offset(Duration ahead, Duration uncertainty) {}

    private record Told(Offset offset, long nanos) {}

    /** What was last told, not long ago. */
    public Optional<Offset> of(Wwwroot peer) {
        Told known = told.get(peer);
        return known == null || System.nanoTime() - known.nanos > KEPT.toNanos()
                ? Optional.empty()
                : Optional.of(known.offset);
    }

    /** @param roundTripNanos between sending the request and having its answer at {@code received}, by our clock */
    void told(Wwwroot peer, Instant peersTime, Instant received, long roundTripNanos) {
        Duration half = Duration.ofNanos(roundTripNanos / 2);
        Offset offset = new Offset(Duration.between(received.minus(half), peersTime), half);
        told.put(peer, new Told(offset, System.nanoTime()));
    }

    /** What to add to our time in a request to this peer. */
    Duration correction(Wwwroot peer) {
        return of(peer).map(Offset::ahead)
                .filter(ahead -> ahead.abs().compareTo(NOTICED) > 0)
                // A correction is itself uncertain by half a round trip: the limit is a little more than it says.
                .filter(ahead -> ahead.abs().compareTo(ClockSkew.CORRECTED.plusSeconds(5)) <= 0)
                .orElse(Duration.ZERO);
    }
}
