package network.constellation.hub.subnets;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.PeerState;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.ServiceGrant;
import network.constellation.peer.peers.Services;
import network.constellation.protocol.directory.strategy.ServiceMatrix;
import network.constellation.protocol.method.membership.MembershipMethods;

/** The hub's own end of its link to each member: nobody need be called for it. */
final class HubEnd {
    private static final String ACTOR = "network";

    private final Peers peers;
    private final Services services;

    @Inject
    HubEnd(Peers peers, Services services) {
        this.peers = peers;
        this.services = services;
    }

    /** What the hub holds towards a member now; empty when it serves it not. */
    Optional<ServiceMatrix> held(Wwwroot member) {
        return peers.find(member).filter(Peer::isApproved).map(peer -> {
            List<ServiceGrant> rows = services.table().rows(member.value());
            return new ServiceMatrix(names(rows, ServiceGrant::publish), names(rows, ServiceGrant::subscribe));
        });
    }

    private static Set<String> names(List<ServiceGrant> rows, Predicate<ServiceGrant> wanted) {
        return rows.stream().filter(wanted).map(ServiceGrant::service).collect(Collectors.toSet());
    }

    /** Opens to the member what is wanted, and nothing else. */
    void bring(LinkEnd end) {
        if (!held(end.about()).equals(Optional.of(end.services()))) {
            set(end.about(), end.services());
        }
    }

    /**
     * Withdraws everything from a site that was removed; as long as it must be told so, the hub may still tell it.
     *
     * @return whether the hub knows it no more
     */
    boolean end(LinkEnd end, boolean told) {
        Optional<Peer> peer = peers.find(end.about()).filter(known -> known.state() != PeerState.DELETED);
        if (peer.isEmpty()) {
            return true;
        }
        if (told) {
            services.replace(end.about().value(), List.of(), ACTOR);
            peers.remove(end.about(), ACTOR);
            return true;
        }
        ServiceMatrix farewell = new ServiceMatrix(Set.of(), Set.of(MembershipMethods.HUB_SERVICE));
        if (!held(end.about()).equals(Optional.of(farewell))) {
            set(end.about(), farewell);
        }
        return false;
    }

    private void set(Wwwroot member, ServiceMatrix wanted) {
        services.set(Optional.of(member), Optional.of(wanted.publish()), Optional.of(wanted.subscribe()), ACTOR);
    }
}
