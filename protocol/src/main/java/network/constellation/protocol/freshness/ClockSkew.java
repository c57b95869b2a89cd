package network.constellation.protocol.freshness;

import java.time.Duration;
import java.time.Instant;
import network.constellation.protocol.call.Fault;

/**
 * Two clocks too far apart: that of a message and that of its receiver (reliability-anchors.md P-13). The receiver
 * refuses at more than {@link Freshness#MODERN_WINDOW}, whatever the sender says; a sender whose clock is off by no more
 * than {@link #CORRECTED} may say the call again with the receiver's time, which it knows from a signed answer
 * (docs/decisions/0060-clocks-that-differ.md).
 *
 * @param message the time that the message carries
 * @param receiver what the receiver's clock said when it came
 */
public record ClockSkew(Instant message, Instant receiver) {
    /** Code of the fault that tells both times. */
    public static final int FAULT = 7043;
    /** How it stands in audits, and the first word of the fault's text. */
    public static final String WORD = "clock_skew";
    /** How far apart clocks may be for a sender to put itself right (network-admin.md 9, item 25). */
    public static final Duration CORRECTED = Duration.ofMinutes(5);
    /**
     * How long a message from the future must be remembered by who refused it, as it might come again when its time has
     * come: no longer than the receiver's daily key can open it (protocol-security.md 1.6).
     */
    public static final Duration REMEMBERED = Duration.ofHours(48);

    /** Both times, for administrators. */
    public String sentence() {
        return "The message is of " + message + ", our clock says " + receiver + ": more than "
                + Freshness.MODERN_WINDOW.toSeconds() + " s apart.";
    }

    /** Whether the message claims to be from the receiver's future. */
    public boolean isAhead() {
        return message.isAfter(receiver);
    }

    /** Whether it may be sent again until its time has come, and would open then. */
    public boolean mayReturn() {
        return isAhead() && !message.isAfter(receiver.plus(REMEMBERED));
    }

    /** What the sender is told. */
    public Fault fault() {
        return new Fault(FAULT, WORD + ": " + sentence(), WORD);
    }
}
