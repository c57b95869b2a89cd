package network.constellation.hub.registry;

import java.time.Instant;
import network.constellation.keys.address.Wwwroot;

/**
 * A site of the network.
 *
 * @param fingerprint SHA-256 of its whole identity as the hub saw it at admission, 64 hex digits
 * @param bundle its public bundle: certificate, modern keys and key statement, PEM
 */
public record Member(
        Wwwroot wwwroot,
        String name,
        String application,
        String fingerprint,
        String bundle,
        State state,
        Instant admittedAt) {

    /** What the hub has decided about a member. */
    public enum State {
        ADMITTED,
        SUSPENDED,
        REMOVED
    }
}
