package network.constellation.protocol.freshness;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import network.constellation.protocol.envelope.EnvelopeException;
import network.constellation.protocol.envelope.ModernHeader;
import network.constellation.protocol.envelope.Refusal;
import network.constellation.protocol.envelope.SignedPart;

/** The rules of time for messages; pure. Replay is {@link ReplayStore}'s. */
public final class Freshness {
    /** How far the signed time of a modern message may be from ours, both ways (protocol-security.md 1.10). */
    public static final Duration MODERN_WINDOW = Duration.ofSeconds(120);
    /** The same for legacy timestamps, where an administrator has them checked at all. */
    public static final Duration LEGACY_WINDOW = Duration.ofSeconds(120);

    private Freshness() {}

    /**
     * @param horizon of the tenant's {@link ReplayStore}: a clock that was set back cannot reopen what was forgotten
     * @throws EnvelopeException {@code stale}
     */
    public static void requireFresh(ModernHeader header, Instant now, Instant horizon) {
        Instant time = header.time();
        if (time.isBefore(horizon)) {
            throw new EnvelopeException(
                    Refusal.STALE, "The message of " + time + " is older than what we remember (" + horizon + ").");
        }
        requireWithin(time, now, MODERN_WINDOW);
    }

    /**
     * For the policy {@code stale-timestamp = refuse}; the legacy timestamp is not signed, so this helps against
     * accidents rather than attackers (mnet-wire.md 12).
     *
     * @throws EnvelopeException {@code stale}, also when there is no timestamp
     */
    public static void requireFresh(SignedPart legacy, Instant now) {
        OptionalLong seconds = legacy.seconds();
        if (seconds.isEmpty()) {
            throw new EnvelopeException(Refusal.STALE, "The message carries no timestamp.");
        }
        requireWithin(Instant.ofEpochSecond(Math.min(seconds.getAsLong(), MAX_SECONDS)), now, LEGACY_WINDOW);
    }

    /**
     * Where to move the horizon: everything before it would be refused for its age anyway. The margin keeps a store
     * from being trimmed for every message.
     */
    public static Instant horizonAt(Instant now) {
        return now.minus(MODERN_WINDOW).minusSeconds(1);
    }

    private static final long MAX_SECONDS = 253_402_300_799L;

    private static void requireWithin(Instant time, Instant now, Duration window) {
        if (time.isBefore(now.minus(window)) || time.isAfter(now.plus(window))) {
            throw new EnvelopeException(
                    Refusal.STALE,
                    "The message is of " + time + ", our clock says " + now + ": more than " + window.toSeconds()
                            + " s apart.");
        }
    }
}
