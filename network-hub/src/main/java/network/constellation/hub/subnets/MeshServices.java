package network.constellation.hub.subnets;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which services two members of a sub-network open to each other: the originals' default strategy (network-admin.md
 * 2.3), single sign-on both ways, and that courses may be published and deployed, which each site still has to allow its
 * own people; a sub-network may add some. The administration services are never among them.
 */
final class MeshServices {
    static final List<String> SIBLINGS = List.of("sso_idp", "sso_sp", "publishflow");

    /** What a sub-network may add. */
    static final List<String> OPTIONAL = List.of("mnet_enrol");

    private MeshServices() {}

    /** @throws IllegalArgumentException for a service that is not among those that may be added */
    static List<String> check(List<String> wanted) {
        Set<String> checked = new TreeSet<>();
        for (String service : wanted) {
            if (!OPTIONAL.contains(service)) {
                throw new IllegalArgumentException("\"" + service
                        + "\" cannot be added to a sub-network; possible are: " + String.join(", ", OPTIONAL) + ".");
            }
            checked.add(service);
        }
        return List.copyOf(checked);
    }

    /** Those of everybody, and those added. */
    static List<String> with(List<String> added) {
        List<String> all = new ArrayList<>(SIBLINGS);
        all.addAll(added);
        return all;
    }
}
