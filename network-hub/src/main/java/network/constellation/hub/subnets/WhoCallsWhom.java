package network.constellation.hub.subnets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import network.constellation.hub.subnets.NetworkPlan.Site;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.directory.strategy.LinkServices;
import network.constellation.protocol.directory.strategy.ServiceMatrix;

/** Who may call which service at whom, computed from a plan: pure, so that a change can be looked at before it is made. */
public final class WhoCallsWhom {
    private static final Comparator<Right> ORDER =
            Comparator.comparing(Right::caller).thenComparing(Right::callee).thenComparing(Right::service);

    private WhoCallsWhom() {}

    /** {@code caller} may call the methods of {@code service} at {@code callee}. */
    public record Right(Wwwroot caller, Wwwroot callee, String service) {}

    /**
     * What a change would do.
     *
     * @param gained rights that are there only after it
     * @param lost rights that are there only before it
     */
    public record Change(List<Right> gained, List<Right> lost) {
        public Change {
            gained = List.copyOf(gained);
            lost = List.copyOf(lost);
        }

        public boolean isNothing() {
            return gained.isEmpty() && lost.isEmpty();
        }
    }

    /** Every right under a plan, by caller, callee and service. */
    public static SortedSet<Right> under(NetworkPlan plan) {
        SortedSet<Right> rights = new TreeSet<>(ORDER);
        List<Wwwroot> sites = new ArrayList<>(plan.members().keySet());
        for (Wwwroot at : sites) {
            for (Wwwroot about : sites) {
                if (!at.equals(about)) {
                    add(rights, about, at, plan.services(at, about).publish());
                }
            }
        }
        for (Site site : plan.members().values()) {
            if (site.isMeshed()) {
                ServiceMatrix member = LinkServices.atMember(site.party(), plan.main());
                add(rights, plan.hub(), site.party().wwwroot(), member.publish());
                add(rights, site.party().wwwroot(), plan.hub(), member.subscribe());
            }
        }
        return rights;
    }

    private static void add(SortedSet<Right> rights, Wwwroot caller, Wwwroot callee, Set<String> services) {
        services.forEach(service -> rights.add(new Right(caller, callee, service)));
    }

    /** What becomes other when one plan takes the place of another. */
    public static Change between(NetworkPlan before, NetworkPlan after) {
        SortedSet<Right> old = under(before);
        SortedSet<Right> next = under(after);
        return new Change(
                next.stream().filter(right -> !old.contains(right)).toList(),
                old.stream().filter(right -> !next.contains(right)).toList());
    }
}
