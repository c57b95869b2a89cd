package network.constellation.hub.console;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.hub.registry.Tags;
import network.constellation.hub.subnets.LinkEnd;
import network.constellation.hub.subnets.SubNetwork;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.peers.Contact;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.web.view.State;

/** Brings together what the rooms of the hub know of each site. */
@Singleton
final class NetworkView {
    /** A certificate that ends within this time wants attention. */
    static final Duration KEY_WARNING = Duration.ofDays(7);

    private final Registry registry;
    private final SubNetworks subNetworks;
    private final Tags tags;
    private final Peers peers;
    private final Clock clock;

    @Inject
    NetworkView(Registry registry, SubNetworks subNetworks, Tags tags, Peers peers, Clock clock) {
        this.registry = registry;
        this.subNetworks = subNetworks;
        this.tags = tags;
        this.peers = peers;
        this.clock = clock;
    }

    /** What a site is put together from, read once for all of them. */
    private record Known(
            Map<Wwwroot, Integer> missing,
            List<SubNetwork> networks,
            Map<Wwwroot, SortedSet<String>> tags,
            Instant now) {}

    /** All members, by address. */
    List<SiteView> sites() {
        return sites(subNetworks.openLinks());
    }

    /** @param open link ends of all sub-networks that are not as wanted */
    List<SiteView> sites(List<LinkEnd> open) {
        Known known = known(open);
        return registry.members().stream()
                .flatMap(member -> site(member, known).stream())
                .toList();
    }

    Optional<SiteView> site(Wwwroot wwwroot) {
        return registry.find(wwwroot).flatMap(member -> site(member, known(subNetworks.openLinks())));
    }

    private Known known(List<LinkEnd> open) {
        Map<Wwwroot, Integer> missing = new HashMap<>();
        open.forEach(end -> Stream.of(end.at(), end.about()).forEach(site -> missing.merge(site, 1, Integer::sum)));
        return new Known(missing, subNetworks.list(), tags.all(), clock.instant());
    }

    /** Empty for a member whose keys this hub does not have any more. */
    private Optional<SiteView> site(Member member, Known known) {
        Wwwroot wwwroot = member.wwwroot();
        return peers.find(wwwroot).map(peer -> {
            Contact contact = peers.contact(wwwroot);
            int missing = known.missing().getOrDefault(wwwroot, 0);
            return new SiteView(
                    member,
                    state(member, peer, contact, missing, known.now()),
                    peer.callSuite().label(),
                    peer.keys().since(),
                    peer.keyExpires(),
                    contact.lastContact().orElse(null),
                    contact.lastError().orElse(null),
                    known.networks().stream()
                            .filter(network -> network.members().contains(wwwroot))
                            .map(SubNetwork::number)
                            .toList(),
                    known.tags().getOrDefault(wwwroot, new TreeSet<>()),
                    missing);
        });
    }

    private static State state(Member member, Peer peer, Contact contact, int missing, Instant now) {
        if (member.state() != Member.State.ADMITTED
                || !peer.isApproved()
                || contact.lastError().isPresent()) {
            return State.BAD;
        }
        if (missing > 0 || peer.keyExpires().isBefore(now.plus(KEY_WARNING))) {
            return State.ATTENTION;
        }
        return contact.lastContact().isPresent() ? State.GOOD : State.UNKNOWN;
    }
}
