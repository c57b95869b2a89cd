package network.constellation.peer.web.session;

import java.util.Optional;
import network.constellation.keys.address.Wwwroot;

/**
 * How somebody came in: by our own sign-in page, or landing from the peer that is their home.
 *
 * @param peer empty for a local sign-in
 */
public record Origin(Optional<Wwwroot> peer) {

    public static Origin local() {
        return new Origin(Optional.empty());
    }

    public static Origin landedFrom(Wwwroot peer) {
        return new Origin(Optional.of(peer));
    }

    public boolean isLocal() {
        return peer.isEmpty();
    }
}
