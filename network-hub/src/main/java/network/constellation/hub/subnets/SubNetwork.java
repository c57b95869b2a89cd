package network.constellation.hub.subnets;

import java.util.ArrayList;
import java.util.List;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.directory.strategy.ServiceMatrix;
import org.jspecify.annotations.Nullable;

/**
 * All its members form a full mesh.
 *
 * @param number positive
 * @param members in the order of their addresses; also disabled ones, which are not linked
 * @param matrix of services between its members, seen from the newer one
 * @param confirmation who opened administration between siblings and why; null: nobody did
 */
public record SubNetwork(
        int number,
        String name,
        List<Wwwroot> members,
        ServiceMatrix matrix,
        @Nullable Confirmation confirmation) {
    public SubNetwork {
        members = List.copyOf(members);
    }

    /** A recorded confirmation of something dangerous. */
    public record Confirmation(String by, String why) {}

    /** What members open to each other beyond what a new sub-network opens. */
    public List<String> services() {
        return matrix.services().stream()
                .filter(service -> !ServiceMatrix.NEW_SUBNETWORK.publish().contains(service))
                .toList();
    }

    SubNetwork with(Wwwroot member) {
        List<Wwwroot> more = new ArrayList<>(members);
        if (!more.contains(member)) {
            more.add(member);
        }
        return new SubNetwork(number, name, more, matrix, confirmation);
    }

    SubNetwork without(Wwwroot member) {
        return new SubNetwork(
                number,
                name,
                members.stream().filter(other -> !other.equals(member)).toList(),
                matrix,
                confirmation);
    }

    SubNetwork with(ServiceMatrix other) {
        return new SubNetwork(number, name, members, other, confirmation);
    }
}
