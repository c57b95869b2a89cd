package network.constellation.hub.rotation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import network.constellation.keys.address.Wwwroot;

/**
 * Whose keys a rotation changes.
 *
 * @param all every member
 * @param subnetwork the members of one sub-network
 * @param hub the hub itself, alone or beside the others
 * @param sites members by address
 */
public record RotationScope(boolean all, Optional<Integer> subnetwork, boolean hub, List<Wwwroot> sites) {
    public static final RotationScope ALL = new RotationScope(true, Optional.empty(), false, List.of());
    public static final RotationScope HUB = new RotationScope(false, Optional.empty(), true, List.of());

    public RotationScope {
        Set<Wwwroot> once = new LinkedHashSet<>(sites);
        sites = once.stream().sorted().toList();
        int given = (all ? 1 : 0) + (subnetwork.isPresent() ? 1 : 0) + (sites.isEmpty() ? 0 : 1);
        if (given > 1) {
            throw new RotationRefused("Give addresses, or a sub-network, or all: one of them.");
        }
    }

    public static RotationScope of(List<Wwwroot> sites) {
        return new RotationScope(false, Optional.empty(), false, sites);
    }

    public static RotationScope ofSubnetwork(int number) {
        return new RotationScope(false, Optional.of(number), false, List.of());
    }

    /** Whether nothing was chosen. */
    public boolean isEmpty() {
        return !all && !hub && subnetwork.isEmpty() && sites.isEmpty();
    }

    /** In words, the same for the same choice. */
    public String label() {
        List<String> parts = new ArrayList<>();
        if (all) {
            parts.add("all");
        }
        subnetwork.ifPresent(number -> parts.add("subnetwork " + number));
        if (!sites.isEmpty()) {
            parts.add(sites.stream().map(Wwwroot::value).collect(Collectors.joining(" ")));
        }
        if (hub) {
            parts.add("hub");
        }
        String label = String.join(", ", parts);
        return label.length() <= 1900 ? label : sites.size() + " sites, from " + sites.get(0);
    }
}
