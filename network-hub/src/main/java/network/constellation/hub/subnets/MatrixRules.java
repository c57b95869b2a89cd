package network.constellation.hub.subnets;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import network.constellation.protocol.directory.strategy.LinkServices;
import network.constellation.protocol.directory.strategy.ServiceMatrix;

/** What a matrix may hold (network-admin.md 2.3): known services only, and administration between siblings never unsaid. */
public final class MatrixRules {
    /** What members of a sub-network may open to each other. */
    public static final List<String> SIBLINGS =
            List.of("sso_idp", "sso_sp", "publishflow", "mnet_enrol", "dataexchange", "mnetadmin");

    /** What may be opened between hub and members beside what always is. */
    public static final List<String> MAIN = List.of("sso_idp", "sso_sp", "publishflow", "mnet_enrol");

    private MatrixRules() {}

    /**
     * @param why for which reason somebody opens administration between siblings; empty: nobody does
     * @throws IllegalArgumentException when the matrix must not be
     */
    static void checkSiblings(ServiceMatrix matrix, Optional<String> why) {
        checkKnown(matrix, SIBLINGS);
        Set<String> administration = new TreeSet<>(matrix.services());
        administration.retainAll(LinkServices.ADMINISTRATION);
        if (!administration.isEmpty() && why.filter(text -> !text.isBlank()).isEmpty()) {
            throw new IllegalArgumentException("With " + String.join(" and ", administration)
                    + " each member of the sub-network could administer each other one; confirm it with the reason"
                    + " (--confirm-administration REASON), or leave it out.");
        }
    }

    /** Whether it lets siblings administer each other. */
    static boolean opensAdministration(ServiceMatrix matrix) {
        return matrix.services().stream().anyMatch(LinkServices.ADMINISTRATION::contains);
    }

    /** @throws IllegalArgumentException when the matrix must not be */
    static void checkMain(ServiceMatrix matrix) {
        checkKnown(matrix, MAIN);
    }

    private static void checkKnown(ServiceMatrix matrix, List<String> offered) {
        for (String service : matrix.services()) {
            if (!offered.contains(service)) {
                throw new IllegalArgumentException("\"" + service + "\" cannot be in this matrix; possible are: "
                        + String.join(", ", offered) + ".");
            }
        }
    }
}
