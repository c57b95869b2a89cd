package network.constellation.hub.console;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
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
    private final Peers peers;
    private final Clock clock;

    @Inject
    NetworkView(Registry registry, SubNetworks subNetworks, Peers peers, Clock clock) {
        this.registry = registry;
        this.subNetworks = subNetworks;
        this.peers = peers;
        this.clock = clock;
    }

    /** All members, by address. */
    List<SiteView> sites() {
        List<LinkEnd> links = subNetworks.links();
        List<SubNetwork> networks = subNetworks.list();
        Instant now = clock.instant();
        return registry.members().stream()
                .map(member -> site(member, links, networks, now))
                .toList();
    }

    Optional<SiteView> site(Wwwroot wwwroot) {
        return registry.find(wwwroot)
                .map(member -> site(member, subNetworks.links(), subNetworks.list(), clock.instant()));
    }

    private SiteView site(Member member, List<LinkEnd> links, List<SubNetwork> networks, Instant now) {
        Wwwroot wwwroot = member.wwwroot();
        Peer peer = peers.require(wwwroot);
        Contact contact = peers.contact(wwwroot);
        int missing = (int) links.stream()
                .filter(end -> end.state() != LinkEnd.State.LINKED)
                .filter(end -> end.at().equals(wwwroot) || end.about().equals(wwwroot))
                .count();
        return new SiteView(
                member,
                state(member, peer, contact, missing, now),
                peer.callSuite().label(),
                peer.keys().since(),
                peer.keyExpires(),
                contact.lastContact().orElse(null),
                contact.lastError().orElse(null),
                networks.stream()
                        .filter(network -> network.members().contains(wwwroot))
                        .map(SubNetwork::number)
                        .toList(),
                missing);
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
