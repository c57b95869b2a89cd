package network.constellation.peer.subnets;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.ServiceGrant;
import network.constellation.peer.peers.Services;
import network.constellation.protocol.directory.strategy.ServiceMatrix;
import network.constellation.protocol.method.membership.HeldLink;
import network.constellation.protocol.method.membership.HeldLinks;

/** What this site holds of the other members of its network: asked by the hub, and shown here. */
public final class LinkBook {
    private static final int PAGE = 200;

    private final SubnetsStore store;
    private final Peers peers;
    private final Services services;

    @Inject
    LinkBook(SubnetsStore store, Peers peers, Services services) {
        this.store = store;
        this.peers = peers;
        this.services = services;
    }

    /** Those from an address on, by address; a peer that was added by hand is nobody's business. */
    HeldLinks page(String from) {
        List<HeldLink> rest = all().stream()
                .filter(held -> held.wwwroot().compareTo(from) >= 0)
                .toList();
        return rest.size() <= PAGE
                ? new HeldLinks(rest, "")
                : new HeldLinks(rest.subList(0, PAGE), rest.get(PAGE).wwwroot());
    }

    /** The hub, and whoever was introduced, by address. */
    public List<HeldLink> all() {
        Optional<JoinedNetwork> joined = store.network();
        return joined.isEmpty()
                ? List.of()
                : peers.list().stream()
                        .filter(peer -> peer.hub()
                                || peer.terms().network().equals(joined.get().id())
                                || store.isIntroduced(peer.wwwroot()))
                        .map(peer -> held(peer, joined.get().id()))
                        .toList();
    }

    private HeldLink held(Peer peer, String network) {
        Wwwroot wwwroot = peer.wwwroot();
        ServiceMatrix carried = services(services.table().rows(wwwroot.value()));
        return new HeldLink(
                wwwroot.value(),
                peer.state().label(),
                Fingerprint.of(peer.identity(), network).hex(),
                List.copyOf(carried.publish()),
                List.copyOf(carried.subscribe()),
                store.subnetworks(wwwroot).stream().map(Integer::longValue).toList());
    }

    /** What the directory wanted and this site could not do. */
    public List<LinkGap> gaps() {
        return store.gaps();
    }

    static ServiceMatrix services(List<ServiceGrant> rows) {
        return new ServiceMatrix(names(rows, ServiceGrant::publish), names(rows, ServiceGrant::subscribe));
    }

    private static Set<String> names(List<ServiceGrant> rows, Predicate<ServiceGrant> wanted) {
        return rows.stream().filter(wanted).map(ServiceGrant::service).collect(Collectors.toSet());
    }
}
