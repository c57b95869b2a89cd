package network.constellation.protocol.directory.strategy;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one end of a link publishes to the other and subscribes to at it (network-admin.md 2.3). Each function answers
 * what the end {@code at} holds; the other end holds the mirror.
 */
public final class LinkServices {
    /** What a member of whatever software publishes to its hub, whatever the matrix says. */
    public static final Set<String> TO_THE_HUB = Set.of("mnetadmin", "sso_sp");

    /** What a member of whatever software subscribes to at its hub, whatever the matrix says. */
    public static final Set<String> AT_THE_HUB = Set.of("sso_idp");

    /** What a member of this software publishes to its hub beside: it is introduced, asked, and counted by these. */
    public static final Set<String> OWN_TO_THE_HUB =
            Set.of("constellation_hub", "dataexchange", "mnetlocator", "mnetreport");

    /** The services that open a site's administration: never between siblings without a recorded confirmation. */
    public static final Set<String> ADMINISTRATION = Set.of("dataexchange", "mnetadmin");

    private LinkServices() {}

    /**
     * Between two siblings. The strategy of the newer one counts.
     *
     * @param shared the peer matrices of the sub-networks in which both are; none: nothing is open
     */
    public static ServiceMatrix between(LinkParty at, LinkParty about, Collection<ServiceMatrix> shared) {
        if (shared.isEmpty()) {
            return ServiceMatrix.NONE;
        }
        boolean newer = at.newerThan(about);
        LinkParty deciding = newer ? at : about;
        ServiceMatrix seen = deciding.strategy() == ServiceStrategy.DEFAULT
                ? ServiceMatrix.SINGLE_SIGN_ON
                : shared.stream().reduce(ServiceMatrix.NONE, ServiceMatrix::and);
        return newer ? seen : seen.mirrored();
    }

    /** At a member, towards its hub: the strategy, completed; of this software also what the hub's own rooms call. */
    public static ServiceMatrix atMember(LinkParty member, ServiceMatrix main) {
        ServiceMatrix chosen = member.strategy() == ServiceStrategy.DEFAULT ? ServiceMatrix.NONE : main;
        Set<String> publish = new TreeSet<>(TO_THE_HUB);
        if (member.constellation()) {
            publish.addAll(OWN_TO_THE_HUB);
        }
        return chosen.and(new ServiceMatrix(publish, AT_THE_HUB));
    }

    /** At the hub, towards a member. */
    public static ServiceMatrix atHub(LinkParty member, ServiceMatrix main) {
        return atMember(member, main).mirrored();
    }
}
