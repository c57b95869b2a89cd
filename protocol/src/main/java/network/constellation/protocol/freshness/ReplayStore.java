package network.constellation.protocol.freshness;

import java.time.Instant;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.suite.Suite;

/**
 * What one tenant remembers of messages it accepted, requests and legacy answers alike (protocol-security.md 1.10 and
 * 2). All methods are thread-safe; {@link #remember} decides atomically, so that of two copies arriving together one
 * is executed.
 */
public interface ReplayStore {
    /** What became of an attempt to remember. */
    enum Outcome {
        /** New, and now remembered: go on. */
        FRESH,
        /** Was here before: refuse. */
        REPLAY,
        /** This peer has used up its share: refuse this peer only, alert, rotate early. */
        QUOTA
    }

    /** How a message must be remembered. */
    enum Keeping {
        /** Before {@code remember} returns it must survive a crash: everything that changes state. */
        DURABLE,
        /** May be forgotten by a crash: methods that only read. */
        MEMORY
    }

    /** Whether it was accepted before; the cheap look-up before any RSA operation. */
    boolean contains(ReplayKey key);

    /**
     * @param sender whose share it counts on
     * @param messageTime modern: the signed time, by which it may be forgotten; legacy: the time of arrival, kept
     *     until {@link #forgetLegacy}
     */
    Outcome remember(ReplayKey key, Wwwroot sender, Suite suite, Instant messageTime, Keeping keeping);

    /** Modern messages whose time is before this are refused whatever the clock says; never moves back. */
    Instant horizon();

    /** Moves the horizon durably forward, and only then forgets modern messages older than it. */
    void advanceHorizon(Instant horizon);

    /** Forgets all legacy messages: our RSA key has rotated, so none of them can execute again. */
    void forgetLegacy();
}
