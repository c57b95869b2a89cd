package network.constellation.protocol.freshness;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
        requireWithin(header.time(), now, MODERN_WINDOW);
        requireRemembered(header, horizon);
    }

    /** How far apart the clocks of a verified message and ours are, where that is more than is accepted. */
    public static Optional<ClockSkew> skew(ModernHeader header, Instant now) {
        return skew(header.time(), now, MODERN_WINDOW);
    }

    /** The same for the timestamp of a legacy message, which nobody signed; empty also where it carries none. */
    public static Optional<ClockSkew> skew(SignedPart legacy, Instant now) {
        OptionalLong seconds = legacy.seconds();
        return seconds.isEmpty()
                ? Optional.empty()
                : skew(Instant.ofEpochSecond(Math.min(seconds.getAsLong(), MAX_SECONDS)), now, LEGACY_WINDOW);
    }

    /**
     * For a message within the window.
     *
     * @throws EnvelopeException {@code stale}: our clock was set back, and we have forgotten what came at that time
     */
    public static void requireRemembered(ModernHeader header, Instant horizon) {
        if (header.time().isBefore(horizon)) {
            throw new EnvelopeException(
                    Refusal.STALE,
                    "The message of " + header.time() + " is older than what we remember (" + horizon + ").");
        }
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
     * Where to move the horizon: everything before it would be refused for its age anyway, even if this clock were set
     * back by {@link ClockSkew#CORRECTED}, which must break nothing. The margin keeps a store
     * from being trimmed for every message.
     */
    public static Instant horizonAt(Instant now) {
        return now.minus(MODERN_WINDOW).minus(ClockSkew.CORRECTED).minusSeconds(1);
    }

    private static final long MAX_SECONDS = 253_402_300_799L;

    private static void requireWithin(Instant time, Instant now, Duration window) {
        Optional<ClockSkew> skew = skew(time, now, window);
        if (skew.isPresent()) {
            throw new EnvelopeException(Refusal.STALE, skew.get().sentence());
        }
    }

    private static Optional<ClockSkew> skew(Instant time, Instant now, Duration window) {
        boolean within = !time.isBefore(now.minus(window)) && !time.isAfter(now.plus(window));
        return within ? Optional.empty() : Optional.of(new ClockSkew(time, now));
    }
}
