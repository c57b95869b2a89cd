package network.constellation.hub.subnets;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.hub.directory.Publisher;
import network.constellation.hub.registry.Member;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Peer;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.membership.Dismissal;
import network.constellation.protocol.method.membership.Dismissed;
import network.constellation.protocol.method.membership.HeldLink;
import network.constellation.protocol.method.membership.HeldLinks;
import network.constellation.protocol.method.membership.Introduction;
import network.constellation.protocol.method.membership.MembershipMethods;

/** The road to members of this software: leads to everybody for whom there is no other. */
final class ModernRoad implements LinkRoad {
    /** More pages than a network has sites: a member that never ends is not believed. */
    private static final int MOST_PAGES = 1000;

    private static final int UNUSABLE = 511;

    private final PeerClient client;
    private final Publisher publisher;

    @Inject
    ModernRoad(PeerClient client, Publisher publisher) {
        this.client = client;
        this.publisher = publisher;
    }

    @Override
    public boolean leadsTo(Member at) {
        return true;
    }

    @Override
    public void introduce(Peer at, LinkWish wish) {
        client.call(
                at,
                MembershipMethods.INTRODUCE,
                new Introduction(
                        wish.about().value(),
                        wish.name(),
                        wish.application(),
                        wish.identity().bundle(),
                        wish.fingerprint().hex(),
                        wish.subnetwork(),
                        wish.subnetworkName(),
                        List.copyOf(wish.services().publish()),
                        List.copyOf(wish.services().subscribe()),
                        Optional.of(publisher.begun())));
    }

    @Override
    public Dismissed dismiss(Peer at, LinkEnding ending) {
        return client.call(
                at,
                MembershipMethods.DISMISS,
                new Dismissal(ending.about().value(), ending.subnetwork(), Optional.of(publisher.begun())));
    }

    @Override
    public Optional<List<HeldLink>> held(Peer at) {
        List<HeldLink> all = new ArrayList<>();
        String from = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            HeldLinks some = client.call(at, MembershipMethods.LINKS, from);
            all.addAll(some.links());
            from = some.next();
            if (from.isEmpty()) {
                return Optional.of(all);
            }
        }
        throw new Fault(UNUSABLE, "The site tells of more links than a network can have.", "endless-answer");
    }
}
