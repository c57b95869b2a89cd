package network.constellation.peer.courses;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;

/**
 * Another site as it last described itself (courses-and-certificates.md 3.4).
 *
 * @param looked when that was; empty for never
 * @param error why the last question had no answer; empty when it had
 */
public record KnownSite(Wwwroot peer, NodeRoles roles, List<Shelf> categories, Optional<Instant> looked, String error) {
    public KnownSite {
        categories = List.copyOf(categories);
    }

    /** A visible category over there. */
    public record Shelf(String id, String name, String parent) {}
}
