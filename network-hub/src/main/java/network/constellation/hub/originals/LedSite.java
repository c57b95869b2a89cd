package network.constellation.hub.originals;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;

/**
 * A site of the originals that this hub leads, or begins to.
 *
 * @param root below which its functions lie: {@code local/vmoodle/} or {@code blocks/vmoodle/}
 * @param services those that it has: the name of another one would break a binding there in the middle
 * @param ledSince when it first answered as a site that is led
 * @param note what is in the way, with its code in front; empty when nothing is
 */
public record LedSite(
        Wwwroot wwwroot,
        String name,
        String root,
        Set<String> services,
        Optional<Integer> subnetwork,
        Instant addedAt,
        Optional<Instant> ledSince,
        String note) {}
