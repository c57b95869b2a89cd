package network.constellation.hub.subnets;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import network.constellation.hub.founding.Founding;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.tenant.Tenant;
import network.constellation.protocol.directory.strategy.ServiceMatrix;
import network.constellation.protocol.method.membership.HeldLink;

/** Compares what one site holds with what is wanted of it, and notes each difference at the ends that it is of. */
final class Comparison {
    private final Tenant tenant;
    private final LinkStore links;
    private final Peers peers;
    private final Founding founding;

    @Inject
    Comparison(Tenant tenant, LinkStore links, Peers peers, Founding founding) {
        this.tenant = tenant;
        this.links = links;
        this.peers = peers;
        this.founding = founding;
    }

    /**
     * @param ends all ends at the site, as they were read before it was asked
     * @param held all that it told
     */
    List<Difference> at(Wwwroot site, List<LinkEnd> ends, List<HeldLink> held, Instant now) {
        Map<Wwwroot, HeldLink> known = new HashMap<>();
        held.forEach(link -> address(link).ifPresent(about -> known.put(about, link)));
        Map<Wwwroot, List<LinkEnd>> wanted = new TreeMap<>();
        ends.forEach(end ->
                wanted.computeIfAbsent(end.about(), about -> new ArrayList<>()).add(end));
        List<Difference> found = new ArrayList<>();
        for (Map.Entry<Wwwroot, List<LinkEnd>> link : wanted.entrySet()) {
            Optional<HeldLink> there = Optional.ofNullable(known.remove(link.getKey()));
            List<LinkEnd> linked = link.getValue().stream()
                    .filter(end -> end.state() == LinkEnd.State.LINKED)
                    .toList();
            // What is under way is missing or leaving as it is, and will be told.
            if (linked.size() == link.getValue().size()) {
                compare(site, link.getKey(), linked, there, now).ifPresent(found::add);
            } else if (link.getValue().stream().allMatch(end -> end.state() == LinkEnd.State.ENDED)) {
                there.flatMap(kept -> unwanted(site, link.getKey(), kept, now)).ifPresent(found::add);
            }
        }
        known.forEach((about, kept) -> unwanted(site, about, kept, now).ifPresent(found::add));
        return found;
    }

    private Optional<Difference> compare(
            Wwwroot site, Wwwroot about, List<LinkEnd> ends, Optional<HeldLink> there, Instant now) {
        boolean ofHub = about.equals(tenant.wwwroot());
        Optional<Difference> difference = difference(site, about, ends, there, ofHub);
        difference.filter(found -> found.kind().isRepairable()).ifPresent(found -> {
            ends.forEach(end -> links.differs(end, found.detail(), now));
            there.ifPresent(kept -> surplus(site, about, ends, kept, found.detail(), now));
        });
        return difference;
    }

    /** Sub-networks through which the site has the other and nobody wants it to. */
    private void surplus(Wwwroot site, Wwwroot about, List<LinkEnd> ends, HeldLink kept, String detail, Instant now) {
        for (long number : kept.subnetworks()) {
            if (ends.stream().noneMatch(end -> end.subnetwork() == number)) {
                links.unwanted(new WantedEnd.Key(Math.toIntExact(number), site, about), detail, now);
            }
        }
    }

    private Optional<Difference> difference(
            Wwwroot site, Wwwroot about, List<LinkEnd> ends, Optional<HeldLink> there, boolean ofHub) {
        if (there.filter(link -> link.state().equals(HeldLink.SUSPENDED)).isPresent()) {
            return Optional.of(new Difference(
                    site,
                    about,
                    Difference.Kind.SUSPENDED_THERE,
                    "Its own administrator has suspended " + about + "."));
        }
        if (there.filter(link -> link.state().equals(HeldLink.APPROVED)).isEmpty()) {
            return Optional.of(
                    new Difference(site, about, Difference.Kind.UNKNOWN, "The site does not serve " + about + "."));
        }
        HeldLink link = there.get();
        if (!ofHub && !fingerprint(about).equals(Optional.of(link.fingerprint()))) {
            return Optional.of(new Difference(
                    site, about, Difference.Kind.OTHER_KEYS, "The site knows " + about + " by other keys."));
        }
        Set<Long> numbers = new TreeSet<>();
        ends.forEach(end -> numbers.add((long) end.subnetwork()));
        if (!ofHub && !numbers.equals(new TreeSet<>(link.subnetworks()))) {
            return Optional.of(new Difference(
                    site,
                    about,
                    Difference.Kind.SUBNETWORKS,
                    "The site has " + about + " from sub-networks " + link.subnetworks() + " instead of " + numbers
                            + "."));
        }
        ServiceMatrix services = new ServiceMatrix(new HashSet<>(link.publish()), new HashSet<>(link.subscribe()));
        return services.equals(ends.get(0).services())
                ? Optional.empty()
                : Optional.of(new Difference(
                        site,
                        about,
                        ofHub ? Difference.Kind.DECIDED_THERE : Difference.Kind.SERVICES,
                        "The services are others: publishes " + text(services.publish()) + ", subscribes to "
                                + text(services.subscribe()) + "."));
    }

    private static String text(Set<String> names) {
        return names.isEmpty() ? "nothing" : String.join(" ", names);
    }

    /** What the site holds of somebody with whom nobody wants it linked. */
    private Optional<Difference> unwanted(Wwwroot site, Wwwroot about, HeldLink kept, Instant now) {
        boolean served = kept.state().equals(HeldLink.APPROVED);
        if (about.equals(tenant.wwwroot()) || (!served && kept.subnetworks().isEmpty())) {
            return Optional.empty();
        }
        String detail = "The site knows " + about + ", with which nobody wants it linked.";
        List<Long> numbers = kept.subnetworks().isEmpty() ? List.of(1L) : kept.subnetworks();
        for (long number : numbers) {
            links.unwanted(new WantedEnd.Key(Math.toIntExact(number), site, about), detail, now);
        }
        return Optional.of(new Difference(site, about, Difference.Kind.UNWANTED, detail));
    }

    private Optional<String> fingerprint(Wwwroot about) {
        return peers.find(about)
                .map(peer -> Fingerprint.of(peer.identity(), founding.required().id())
                        .hex());
    }

    private static Optional<Wwwroot> address(HeldLink link) {
        try {
            return Optional.of(Wwwroot.of(link.wwwroot()));
        } catch (InvalidAddressException malformed) {
            return Optional.empty();
        }
    }
}
