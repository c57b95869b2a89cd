package network.constellation.peer.subnets;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.IdentityRefusedException;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.directory.DirectoryAnchors;
import network.constellation.peer.jobs.CrashPoints;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.PeerState;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.Services;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.directory.DirectoryVersion;
import network.constellation.protocol.directory.strategy.LinkServices;
import network.constellation.protocol.directory.strategy.ServiceMatrix;
import network.constellation.protocol.method.membership.Dismissal;
import network.constellation.protocol.method.membership.Dismissed;
import network.constellation.protocol.method.membership.Introduction;
import network.constellation.protocol.method.membership.MembershipMethods;

/** Takes the network's word about the other members: who is a peer here, by which keys, with which services. */
@Singleton
final class Introductions {
    private static final String HUB = "hub";
    private static final int REFUSED = 520;

    private final SubnetsStore store;
    private final Peers peers;
    private final Services services;
    private final CryptoEngine crypto;
    private final Clock clock;
    private final CrashPoints crash;
    private final Set<Parting> partings;
    private final Audit audit;
    private final DirectoryAnchors anchors;

    @Inject
    Introductions(
            SubnetsStore store,
            Peers peers,
            Services services,
            CryptoEngine crypto,
            Clock clock,
            CrashPoints crash,
            Set<Parting> partings,
            Audit audit,
            DirectoryAnchors anchors) {
        this.store = store;
        this.peers = peers;
        this.services = services;
        this.crypto = crypto;
        this.clock = clock;
        this.crash = crash;
        this.partings = partings;
        this.audit = audit;
        this.anchors = anchors;
    }

    /**
     * Takes the hub's word about another member. One at a time, as {@link #dismissed}: the hub may tell the same twice at
     * once.
     *
     * @throws Fault 520 when its keys are not what the hub says, or would change a peer that was added by hand
     */
    synchronized void introduced(Introduction introduction) {
        Wwwroot wwwroot = Wwwroot.of(introduction.wwwroot());
        JoinedNetwork network = store.network().orElseThrow(() -> new Fault(REFUSED, "Not a member.", "not-a-member"));
        PublicIdentity identity = identity(wwwroot, introduction, network);
        if (wwwroot.equals(network.hub())) {
            hubAgreed(identity, introduction);
            return;
        }
        Optional<Peer> known = peers.find(wwwroot);
        boolean sameKeys = known.isPresent() && known.get().keys().same(identity);
        if (known.filter(peer -> peer.isApproved() || approvedByHand(peer, network))
                        .isPresent()
                && !sameKeys
                && !store.isIntroduced(wwwroot)) {
            throw new Fault(
                    REFUSED,
                    "This site knows " + wwwroot + " by other keys, which its administrator approved.",
                    "keys-approved-by-hand");
        }
        known.filter(peer -> approvedByHand(peer, network))
                .ifPresent(peer ->
                        store.keep(wwwroot, KeptByHand.of(services.table().rows(wwwroot.value()))));
        Application application =
                Application.ofLabel(introduction.application()).orElse(Application.MOODLE);
        boolean kept = store.kept(wwwroot).isPresent();
        PeerTerms terms = kept
                ? NetworkTerms.in(known.orElseThrow().terms(), network.id())
                : NetworkTerms.forSite(wwwroot, introduction.name(), application, network.id());
        peers.introduce(identity, terms, network.hub().value());
        crash.reached("introduction/peer");
        services.set(
                Optional.of(wwwroot),
                Optional.of(new TreeSet<>(introduction.publish())),
                Optional.of(new TreeSet<>(introduction.subscribe())),
                network.hub().value());
        crash.reached("introduction/services");
        store.introduced(
                wwwroot,
                Math.toIntExact(introduction.subnetwork()),
                introduction.subnetworkName(),
                now(introduction.newerThan()));
    }

    /** Approved outside of any network, be it suspended now: who was introduced has the network's id, also after a kill. */
    private boolean approvedByHand(Peer peer, JoinedNetwork network) {
        return (peer.isApproved() || peer.state() == PeerState.SUSPENDED)
                && !peer.terms().network().equals(network.id())
                && !store.isIntroduced(peer.wwwroot());
    }

    /** What this site opens to its hub: always that it is led by it; the keys of the hub change by rotation only. */
    private void hubAgreed(PublicIdentity identity, Introduction introduction) {
        if (!peers.require(identity.wwwroot()).keys().same(identity)) {
            throw new Fault(REFUSED, "This site knows its hub by other keys.", "keys-of-the-hub");
        }
        Set<String> publish = new TreeSet<>(introduction.publish());
        publish.add(MembershipMethods.HUB_SERVICE);
        ServiceMatrix wanted = new ServiceMatrix(publish, new TreeSet<>(introduction.subscribe()));
        agreed(identity.wwwroot(), wanted, introduction.newerThan());
    }

    /** Whether another word than this was said last; one that was said before changes nothing that was decided here since. */
    boolean disagreesWithHub(ServiceMatrix wanted) {
        String before = store.hubServices();
        boolean asJoined = wanted.equals(new ServiceMatrix(MembershipMethods.FOR_THE_HUB, LinkServices.AT_THE_HUB));
        return !before.equals(SubnetsStore.text(wanted)) && !(before.isEmpty() && asJoined);
    }

    /** As the directory has it. */
    synchronized void agreeWithHub(Wwwroot hub, ServiceMatrix wanted, DirectoryVersion directory) {
        agreed(hub, wanted, Optional.of(directory));
    }

    private void agreed(Wwwroot hub, ServiceMatrix wanted, Optional<DirectoryVersion> newerThan) {
        services.set(Optional.of(hub), Optional.of(wanted.publish()), Optional.of(wanted.subscribe()), hub.value());
        store.hubServices(wanted, now(newerThan));
    }

    private Said now(Optional<DirectoryVersion> newerThan) {
        return new Said(clock.instant(), newerThan);
    }

    /**
     * Ends one introduction; with its last one the peer is no longer served, unless this site's administrator had
     * approved it before the hub spoke of it: then it has again what it had. One that the administrator suspended stays so,
     * or the hub could lift the suspension by dismissing and introducing again. About the hub itself: ends the membership.
     *
     * @return how many live sessions ended with it
     */
    synchronized Dismissed dismissed(Dismissal dismissal) {
        Wwwroot wwwroot = Wwwroot.of(dismissal.wwwroot());
        if (dismissal.subnetwork() == Dismissal.NETWORK) {
            return peers.find(wwwroot).filter(Peer::hub).isPresent() ? farewell(wwwroot) : Dismissed.QUIETLY;
        }
        int subnetwork = Math.toIntExact(dismissal.subnetwork());
        Dismissed ended = Dismissed.QUIETLY;
        List<Integer> present = store.subnetworks(wwwroot);
        // The introduction is forgotten last: whoever is killed before finds it again when the hub repeats itself. Who
        // was
        // killed within an introduction has the peer and no introduction.
        if ((present.isEmpty() || present.equals(List.of(subnetwork))) && isOfTheNetwork(wwwroot)) {
            ended = part(wwwroot);
        }
        store.dismissed(wwwroot, subnetwork, now(dismissal.newerThan()));
        return ended;
    }

    private boolean isOfTheNetwork(Wwwroot wwwroot) {
        Optional<String> network = store.network().map(JoinedNetwork::id);
        return peers.find(wwwroot)
                .filter(peer -> peer.state() != PeerState.DELETED && !peer.hub())
                .filter(peer -> store.isIntroduced(wwwroot)
                        || network.equals(Optional.of(peer.terms().network())))
                .isPresent();
    }

    private Dismissed part(Wwwroot wwwroot) {
        Optional<KeptByHand> kept = store.kept(wwwroot);
        if (kept.isPresent()) {
            putBack(wwwroot, kept.get());
            return Dismissed.QUIETLY;
        }
        services.replace(wwwroot.value(), List.of(), HUB);
        if (peers.require(wwwroot).state() != PeerState.SUSPENDED) {
            peers.remove(wwwroot, HUB);
        }
        crash.reached("dismissal/peer");
        return endSessions(wwwroot);
    }

    private Dismissed endSessions(Wwwroot wwwroot) {
        long landed = 0;
        long away = 0;
        for (Parting parting : partings) {
            Dismissed one = parting.from(wwwroot);
            landed += one.landed();
            away += one.away();
        }
        return new Dismissed(landed, away);
    }

    /** This site is no member any more: nobody whom it knows only through the network is served, least of all the hub. */
    private Dismissed farewell(Wwwroot hub) {
        long landed = 0;
        long away = 0;
        for (Wwwroot introduced : store.introduced()) {
            Dismissed one = peers.find(introduced).isPresent() ? part(introduced) : Dismissed.QUIETLY;
            landed += one.landed();
            away += one.away();
            store.subnetworks(introduced).forEach(number -> store.dismissed(introduced, number, now(Optional.empty())));
        }
        Dismissed last = endSessions(hub);
        store.forgetNetwork();
        anchors.leave();
        crash.reached("farewell/siblings");
        // The hub goes last and at once: as long as it is one, it can repeat what a kill has interrupted.
        audit.record(AuditEvent.done("network.left", HUB).peer(hub.value()));
        peers.remove(hub, HUB);
        services.replace(hub.value(), List.of(), HUB);
        return new Dismissed(landed + last.landed(), away + last.away());
    }

    private void putBack(Wwwroot wwwroot, KeptByHand kept) {
        services.set(Optional.of(wwwroot), Optional.of(kept.publish()), Optional.of(kept.subscribe()), HUB);
        PeerTerms terms = peers.require(wwwroot).terms();
        peers.setTerms(wwwroot, NetworkTerms.in(terms, PeerTerms.NO_NETWORK), HUB);
    }

    private PublicIdentity identity(Wwwroot wwwroot, Introduction introduction, JoinedNetwork network) {
        try {
            PublicIdentity identity = PublicIdentity.parseBundle(crypto, wwwroot, introduction.bundle());
            if (!Fingerprint.of(identity, network.id()).matches(introduction.fingerprint())) {
                throw new Fault(REFUSED, "The bundle has not the fingerprint that came with it.", "fingerprint");
            }
            return identity;
        } catch (CertificateRefusedException | IdentityRefusedException refused) {
            throw new Fault(REFUSED, "The bundle is refused: " + refused.getMessage(), "bundle-refused");
        }
    }
}
