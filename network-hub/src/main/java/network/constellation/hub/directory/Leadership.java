package network.constellation.hub.directory;

import java.time.Instant;

/**
 * Whether this hub leads (protocol-security.md 3, hubs); bound by the room of the standby hub. Without it a hub with a
 * mandate always does.
 */
@FunctionalInterface
public interface Leadership {
    /** Whether it may sign at this moment. */
    boolean maySign(Instant now);

    /** Whether it may sign a suspension list: a promoted hub only when it has heard from members whom they know cut off. */
    default boolean maySuspend(Instant now) {
        return maySign(now);
    }

    /** Whether it may go on handing out what it signed: not once a hub of a higher term was seen. */
    default boolean leads() {
        return true;
    }
}
