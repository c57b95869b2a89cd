package network.constellation.hub.subnets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import network.constellation.hub.registry.Member;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.directory.strategy.LinkParty;
import network.constellation.protocol.directory.strategy.LinkServices;
import network.constellation.protocol.directory.strategy.ServiceMatrix;
import network.constellation.protocol.directory.strategy.ServiceStrategy;
import network.constellation.protocol.method.membership.Dismissal;

/**
 * Who shall be linked with whom and with which services, from members, sub-networks and matrices alone: pure, the same
 * for what is wanted now and for what a change would want (network-admin.md 2.1 and 2.3).
 *
 * @param main the matrix between hub and members
 * @param members all that the registry knows
 * @param subnetworks by number
 */
public record NetworkPlan(
        Wwwroot hub, ServiceMatrix main, SortedMap<Wwwroot, Site> members, SortedMap<Integer, SubNetwork> subnetworks) {
    public NetworkPlan {
        members = new TreeMap<>(members);
        subnetworks = new TreeMap<>(subnetworks);
    }

    /** A site as far as links depend on it. */
    public record Site(LinkParty party, Member.State state) {
        /** Whether siblings may know it. */
        boolean isMeshed() {
            return state == Member.State.ADMITTED || state == Member.State.SUSPENDED;
        }
    }

    static NetworkPlan of(
            Wwwroot hub, ServiceMatrix main, Collection<Member> members, Collection<SubNetwork> subnetworks) {
        SortedMap<Wwwroot, Site> sites = new TreeMap<>();
        members.forEach(member -> sites.put(member.wwwroot(), new Site(member.party(), member.state())));
        SortedMap<Integer, SubNetwork> numbers = new TreeMap<>();
        subnetworks.forEach(subnetwork -> numbers.put(subnetwork.number(), subnetwork));
        return new NetworkPlan(hub, main, sites, numbers);
    }

    /** All ends that are wanted, or those at and about one site. */
    List<WantedEnd> wanted(Optional<Wwwroot> subject) {
        List<WantedEnd> ends = new ArrayList<>();
        for (SubNetwork subnetwork : subnetworks.values()) {
            List<Wwwroot> meshed =
                    subnetwork.members().stream().filter(this::isMeshed).toList();
            boolean concerns = subject.isEmpty() || meshed.contains(subject.get());
            for (Wwwroot one : concerns ? subject.map(List::of).orElse(meshed) : List.<Wwwroot>of()) {
                for (Wwwroot other : meshed) {
                    if (subject.isPresent() && !one.equals(other)) {
                        ends.add(end(subnetwork.number(), one, other));
                        ends.add(end(subnetwork.number(), other, one));
                    } else if (!one.equals(other)) {
                        ends.add(end(subnetwork.number(), one, other));
                    }
                }
            }
        }
        for (Site site : members.values()) {
            Wwwroot member = site.party().wwwroot();
            if (site.state().isInside() && subject.map(member::equals).orElse(true)) {
                ends.add(new WantedEnd(Dismissal.NETWORK, member, hub, LinkServices.atMember(site.party(), main)));
                ends.add(new WantedEnd(Dismissal.NETWORK, hub, member, LinkServices.atHub(site.party(), main)));
            }
        }
        return ends;
    }

    private boolean isMeshed(Wwwroot member) {
        return Optional.ofNullable(members.get(member)).filter(Site::isMeshed).isPresent();
    }

    private WantedEnd end(int subnetwork, Wwwroot at, Wwwroot about) {
        return new WantedEnd(subnetwork, at, about, services(at, about));
    }

    /** What the site {@code at} publishes to a sibling and subscribes to there; nothing when they share no sub-network. */
    public ServiceMatrix services(Wwwroot at, Wwwroot about) {
        Site one = members.get(at);
        Site other = members.get(about);
        if (one == null || other == null || !one.isMeshed() || !other.isMeshed()) {
            return ServiceMatrix.NONE;
        }
        List<ServiceMatrix> shared = subnetworks.values().stream()
                .filter(subnetwork -> subnetwork.members().contains(at)
                        && subnetwork.members().contains(about))
                .map(SubNetwork::matrix)
                .toList();
        return LinkServices.between(one.party(), other.party(), shared);
    }

    /** Whether a sub-network other than one keeps the two linked. */
    boolean linkedBeside(int subnetwork, Wwwroot one, Wwwroot other) {
        return isMeshed(one)
                && isMeshed(other)
                && subnetworks.values().stream()
                        .anyMatch(another -> another.number() != subnetwork
                                && another.members().contains(one)
                                && another.members().contains(other));
    }

    NetworkPlan with(SubNetwork changed) {
        SortedMap<Integer, SubNetwork> numbers = new TreeMap<>(subnetworks);
        numbers.put(changed.number(), changed);
        return new NetworkPlan(hub, main, members, numbers);
    }

    NetworkPlan withMain(ServiceMatrix other) {
        return new NetworkPlan(hub, other, members, subnetworks);
    }

    NetworkPlan withState(Wwwroot member, Member.State state) {
        return changed(member, site -> new Site(site.party(), state));
    }

    NetworkPlan withStrategy(Wwwroot member, ServiceStrategy strategy) {
        return changed(member, site -> {
            LinkParty party = site.party();
            return new Site(
                    new LinkParty(party.wwwroot(), party.joinOrder(), strategy, party.constellation()), site.state());
        });
    }

    private NetworkPlan changed(Wwwroot member, UnaryOperator<Site> change) {
        Map<Wwwroot, Site> sites = new TreeMap<>(members);
        sites.computeIfPresent(member, (wwwroot, site) -> change.apply(site));
        return new NetworkPlan(hub, main, new TreeMap<>(sites), subnetworks);
    }
}
