package network.constellation.peer.peers;

import java.time.Instant;
import java.util.Optional;

/**
 * When we last heard of a peer, and what last went wrong. Kept in memory, written to the database now and then.
 *
 * @param lastContact a verified message of it, call or answer
 * @param lastError one sentence; empty again after the next success
 */
public record Contact(Optional<Instant> lastContact, Optional<String> lastError) {
    public static final Contact NONE = new Contact(Optional.empty(), Optional.empty());
}
