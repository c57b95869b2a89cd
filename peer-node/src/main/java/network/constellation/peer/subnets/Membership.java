package network.constellation.peer.subnets;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.Digests;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.commands.Grants;
import network.constellation.peer.directory.DirectoryAnchors;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.Services;
import network.constellation.protocol.admission.Invitation;
import network.constellation.protocol.directory.DirectoryRefusedException;
import network.constellation.protocol.method.membership.Admission;
import network.constellation.protocol.method.membership.MembershipMethods;

/** This site's place in its network: joins by invitation, knows which hub leads it. */
@Singleton
public final class Membership {
    private final SubnetsStore store;
    private final Peers peers;
    private final Services services;
    private final Audit audit;
    private final Clock clock;
    private final Jobs jobs;
    private final Provider<JoinJob> joinJob;
    private final Grants grants;
    private final DirectoryAnchors anchors;

    @Inject
    Membership(
            SubnetsStore store,
            Peers peers,
            Services services,
            Audit audit,
            Clock clock,
            Jobs jobs,
            Provider<JoinJob> joinJob,
            Grants grants,
            DirectoryAnchors anchors) {
        this.store = store;
        this.peers = peers;
        this.services = services;
        this.audit = audit;
        this.clock = clock;
        this.jobs = jobs;
        this.joinJob = joinJob;
        this.grants = grants;
        this.anchors = anchors;
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

    /** @throws DirectoryRefusedException when the hub does not vouch for the root key that came with its answer */
    void admitted(Invitation invitation, Admission admission, String actor) throws DirectoryRefusedException {
        store.save(new JoinedNetwork(
                admission.network(),
                admission.networkName(),
                invitation.hub(),
                invitation.fingerprint(),
                JoinedNetwork.State.MEMBER,
                clock.instant()));
        Peer hub = hub(invitation.hub());
        peers.setTerms(hub.wwwroot(), hub.terms().called(admission.hubName()), actor);
        anchors.joined(admission.network(), hub, admission.anchor(), actor);
        audit.record(AuditEvent.done("network.joined", actor)
                .peer(invitation.hub().value())
                .with("network", admission.network()));
    }

    /** This site was promoted and leads the network itself: nobody is its hub any more. */
    public void lead(String actor) {
        store.forgetNetwork();
        peers.noHub(actor);
    }

    /** The hub as a peer. */
    Peer hub(Wwwroot wwwroot) {
        return peers.require(wwwroot);
    }
}
