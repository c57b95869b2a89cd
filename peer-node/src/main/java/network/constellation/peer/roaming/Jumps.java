package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.suite.Suite;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.PeerState;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.Services;
import network.constellation.peer.platform.User;
import network.constellation.peer.web.session.Session;
import network.constellation.protocol.method.roaming.RoamingMethods;

/**
 * Leaving for another site (mnet-wire.md 11.1, steps 1 to 3). One of our own users gets a token; a visitor is sent to the
 * own home, which does the same there: only the home can vouch for somebody.
 */
@Singleton
final class Jumps {
    private final Peers peers;
    private final Services services;
    private final People people;
    private final JumpSessions sessions;
    private final JumpLinks links;
    private final NetworkWord network;
    private final Audit audit;
    private final Wwwroot self;

    @Inject
    Jumps(
            Peers peers,
            Services services,
            People people,
            JumpSessions sessions,
            JumpLinks links,
            NetworkWord network,
            Audit audit,
            Wwwroot self) {
        this.peers = peers;
        this.services = services;
        this.people = people;
        this.sessions = sessions;
        this.links = links;
        this.network = network;
        this.audit = audit;
        this.self = self;
    }

    /**
     * @param destination the address as given
     * @param wanted a page there, or here with {@code back}
     * @param back whether the browser shall return to {@code wanted} here after landing
     */
    record Wish(String destination, String wanted, boolean back, String userAgentHash, String reference) {}

    Onward jump(Session session, Wish wish) {
        Optional<User> found = people.find(session.userId()).filter(user -> !user.suspended());
        if (found.isEmpty()) {
            return new Onward.Refused(Refusal.ACCOUNT_SUSPENDED, wish.destination());
        }
        User person = found.get();
        Onward onward = people.isOwn(person) ? fromHere(session, person, wish) : fromHome(person, wish);
        if (onward instanceof Onward.Refused refused) {
            audit.recordSoon(AuditEvent.refused(
                            RoamingEvents.JUMP_REFUSED,
                            person.username(),
                            refused.refusal().label())
                    .peer(ProfileFields.clean(wish.destination(), 255))
                    .with("reference", wish.reference()));
        }
        return onward;
    }

    private Onward fromHere(Session session, User person, Wish wish) {
        Optional<Peer> found = peers.find(wish.destination());
        Optional<Refusal> refusal = refusal(person, found).or(() -> found.flatMap(network::against));
        if (found.isEmpty() || refusal.isPresent()) {
            return new Onward.Refused(
                    refusal.orElse(Refusal.UNKNOWN_SITE), found.map(Peer::name).orElse(wish.destination()));
        }
        Peer peer = found.get();
        String token = sessions.start(
                person.id(),
                person.username(),
                peer.wwwroot(),
                peer.callSuite() == Suite.MODERN,
                wish.userAgentHash(),
                session.id());
        String wanted = WantsUrl.path(wish.back() ? self : peer.wwwroot(), wish.wanted())
                .orElse("");
        audit.record(AuditEvent.done(RoamingEvents.JUMPED, person.username())
                .peer(peer.wwwroot().value()));
        return new Onward.To(links.land(peer, token, wanted, wish.back()));
    }

    /** Why one of our users cannot go there; empty when nothing stands against it. */
    Optional<Refusal> refusal(User person, Optional<Peer> destination) {
        if (destination.isEmpty()) {
            return Optional.of(Refusal.UNKNOWN_SITE);
        }
        Peer peer = destination.get();
        if (peer.state() == PeerState.SUSPENDED || network.isCutOff(peer)) {
            return Optional.of(Refusal.SITE_SUSPENDED);
        }
        if (!peer.isApproved()) {
            return Optional.of(Refusal.UNKNOWN_SITE);
        }
        if (!services.table().subscribes(peer.wwwroot(), RoamingMethods.SSO_SP)) {
            return Optional.of(Refusal.NOT_AGREED);
        }
        return people.mayRoam(person) ? Optional.empty() : Optional.of(Refusal.NOT_PERMITTED);
    }

    /** A visitor goes on: home decides whether, and vouches. */
    private Onward fromHome(User person, Wish wish) {
        Optional<Peer> home =
                peers.find(person.key().home()).filter(Peer::isApproved).filter(peer -> !network.isCutOff(peer));
        if (home.isEmpty()) {
            return new Onward.Refused(
                    Refusal.SITE_SUSPENDED, person.key().home().value());
        }
        if (wish.destination().equals(person.key().home().value())) {
            return new Onward.To(WantsUrl.absolute(person.key().home(), wish.wanted()));
        }
        Optional<Wwwroot> destination = site(wish.destination());
        if (destination.isEmpty()) {
            return new Onward.Refused(Refusal.UNKNOWN_SITE, wish.destination());
        }
        String wanted = WantsUrl.path(destination.get(), wish.wanted()).orElse("");
        return new Onward.To(links.jumpAtHome(home.get(), destination.get(), wanted));
    }

    private static Optional<Wwwroot> site(String address) {
        try {
            return Optional.of(Wwwroot.of(address));
        } catch (IllegalArgumentException noSite) {
            return Optional.empty();
        }
    }
}
