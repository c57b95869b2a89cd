package network.constellation.peer.subnets;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.IdentityRefusedException;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Digests;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.commands.Grants;
import network.constellation.peer.jobs.CrashPoints;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.PeerState;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.Services;
import network.constellation.protocol.admission.Invitation;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.membership.Admission;
import network.constellation.protocol.method.membership.Dismissal;
import network.constellation.protocol.method.membership.Introduction;
import network.constellation.protocol.method.membership.MembershipMethods;

/** This site's place in its network: joins by invitation, takes the hub's introductions. */
@Singleton
public final class Membership {
    private static final String HUB = "hub";
    private static final int REFUSED = 520;

    private final SubnetsStore store;
    private final Peers peers;
    private final Services services;
    private final CryptoEngine crypto;
    private final Audit audit;
    private final Clock clock;
    private final Jobs jobs;
    private final Provider<JoinJob> joinJob;
    private final CrashPoints crash;
    private final Grants grants;

    @Inject
    Membership(
            SubnetsStore store,
            Peers peers,
            Services services,
            CryptoEngine crypto,
            Audit audit,
            Clock clock,
            Jobs jobs,
            Provider<JoinJob> joinJob,
            CrashPoints crash,
            Grants grants) {
        this.store = store;
        this.peers = peers;
        this.services = services;
        this.crypto = crypto;
        this.audit = audit;
        this.clock = clock;
        this.jobs = jobs;
        this.joinJob = joinJob;
        this.crash = crash;
        this.grants = grants;
    }

    /** The network this site belongs to, or is joining. */
    public Optional<JoinedNetwork> network() {
        return store.network();
    }

    /** Numbers of the sub-networks through which the hub introduced a peer. */
    public List<Integer> subnetworksOf(Wwwroot peer) {
        return store.subnetworks(peer);
    }

    /**
     * Starts the job of joining; the same invitation twice is one job, which is tried again when it had failed.
     *
     * @throws network.constellation.protocol.admission.InvalidInvitationException when it is not a whole invitation
     * @throws IllegalStateException when this site belongs to another network
     */
    public UUID join(String pasted, String actor) {
        Invitation invitation = Invitation.parse(pasted);
        Optional<JoinedNetwork> present = store.network();
        if (present.isPresent() && !present.get().id().equals(invitation.network())) {
            throw new IllegalStateException("This site belongs to the network \""
                    + present.get().name() + "\" of " + present.get().hub()
                    + "; a site is in one network. Leave that one first.");
        }
        // The line itself is longer than a key may be.
        String key = HexFormat.of().formatHex(Digests.sha256(invitation.token()));
        UUID job = jobs.startOnce(joinJob.get(), key, new JoinState(invitation.line(), actor));
        if (jobs.find(job).filter(view -> view.state() == JobView.State.FAILED).isPresent()) {
            jobs.retry(job);
        }
        return job;
    }

    void recordHub(Invitation invitation, PublicIdentity hub, String actor) {
        peers.admit(
                hub,
                NetworkTerms.forSite(
                        hub.wwwroot(), hub.wwwroot().host(), Application.CONSTELLATION, invitation.network()),
                "invitation",
                actor);
        peers.setHub(hub.wwwroot(), actor);
        String fingerprint = Fingerprint.of(hub, invitation.network()).hex();
        store.save(new JoinedNetwork(
                invitation.network(), "", hub.wwwroot(), fingerprint, JoinedNetwork.State.JOINING, clock.instant()));
        services.set(
                Optional.of(hub.wwwroot()),
                Optional.of(MembershipMethods.FOR_THE_HUB),
                Optional.of(Set.of("sso_idp")),
                actor);
        grants.acceptOnJoining(hub.wwwroot(), actor);
    }

    void admitted(Invitation invitation, Admission admission, String actor) {
        store.save(new JoinedNetwork(
                admission.network(),
                admission.networkName(),
                invitation.hub(),
                invitation.fingerprint(),
                JoinedNetwork.State.MEMBER,
                clock.instant()));
        audit.record(AuditEvent.done("network.joined", actor)
                .peer(invitation.hub().value())
                .with("network", admission.network()));
    }

    /** The hub as a peer. */
    Peer hub(Wwwroot wwwroot) {
        return peers.require(wwwroot);
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
                wwwroot, Math.toIntExact(introduction.subnetwork()), introduction.subnetworkName(), clock.instant());
    }

    /** Approved outside of any network, be it suspended now: who was introduced has the network's id, also after a kill. */
    private boolean approvedByHand(Peer peer, JoinedNetwork network) {
        return (peer.isApproved() || peer.state() == PeerState.SUSPENDED)
                && !peer.terms().network().equals(network.id())
                && !store.isIntroduced(peer.wwwroot());
    }

    /**
     * Ends one introduction; with its last one the peer is no longer served, unless this site's administrator had
     * approved it before the hub spoke of it: then it has again what it had. One that the administrator suspended stays so,
     * or the hub could lift the suspension by dismissing and introducing again.
     */
    synchronized void dismissed(Dismissal dismissal) {
        Wwwroot wwwroot = Wwwroot.of(dismissal.wwwroot());
        int subnetwork = Math.toIntExact(dismissal.subnetwork());
        // The introduction is forgotten last: whoever is killed before finds it again when the hub repeats itself.
        if (store.subnetworks(wwwroot).equals(List.of(subnetwork))
                && peers.find(wwwroot).isPresent()) {
            store.kept(wwwroot).ifPresentOrElse(kept -> putBack(wwwroot, kept), () -> {
                services.replace(wwwroot.value(), List.of(), HUB);
                if (peers.require(wwwroot).state() != PeerState.SUSPENDED) {
                    peers.remove(wwwroot, HUB);
                }
            });
        }
        store.dismissed(wwwroot, subnetwork);
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
