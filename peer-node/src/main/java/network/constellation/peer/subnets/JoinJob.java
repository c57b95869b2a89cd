package network.constellation.peer.subnets;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.jobs.JobContext;
import network.constellation.peer.jobs.JobFailure;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.outbound.StrangerClient;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.tenant.Tenant;
import network.constellation.protocol.admission.AdmissionRequest;
import network.constellation.protocol.admission.Invitation;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.directory.DirectoryRefusedException;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.membership.Admission;
import network.constellation.protocol.method.membership.MembershipMethods;
import network.constellation.protocol.method.system.SystemMethods;

/**
 * Joins the network that an invitation names (docs/protocol/bootstrap.md, "Joining"). Each step may be done again: the
 * hub answers the same site with the same keys the same way.
 */
public final class JoinJob implements JobKind<JoinState> {
    private final Tenant tenant;
    private final Membership membership;
    private final StrangerClient strangers;
    private final PeerClient client;
    private final SiteIdentity identity;
    private final CryptoEngine crypto;

    @Inject
    JoinJob(
            Tenant tenant,
            Membership membership,
            StrangerClient strangers,
            PeerClient client,
            SiteIdentity identity,
            CryptoEngine crypto) {
        this.tenant = tenant;
        this.membership = membership;
        this.strangers = strangers;
        this.client = client;
        this.identity = identity;
        this.crypto = crypto;
    }

    @Override
    public String name() {
        return "join";
    }

    @Override
    public Class<JoinState> stateType() {
        return JoinState.class;
    }

    /** Somebody is waiting at the page: a hub that was away for a moment is asked again soon. */
    @Override
    public RetryPolicy retries() {
        return new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(10), 1_000);
    }

    @Override
    public List<NamedStep<JoinState>> steps() {
        return List.of(
                JobKind.step("meet-hub", this::meetHub),
                JobKind.step("present", this::present),
                JobKind.step("greet", this::greet));
    }

    private JoinState meetHub(JobContext job, JoinState state) throws JobFailure {
        Invitation invitation = Invitation.parse(state.invitation());
        if (!job.now().isBefore(invitation.expires())) {
            throw new JobFailure("The invitation ended on " + invitation.expires() + "; ask the hub for a new one.");
        }
        job.progress(10, invitation.hub().value());
        PublicIdentity hub = strangers.keyswap(invitation.hub(), terms(invitation));
        Fingerprint fingerprint = Fingerprint.of(hub, invitation.network());
        if (!fingerprint.matches(invitation.fingerprint())) {
            throw new JobFailure("The site that answers at " + invitation.hub() + " has not the fingerprint of the"
                    + " invitation but " + fingerprint.grouped()
                    + ". Nothing was stored; tell the hub's administrator.");
        }
        membership.recordHub(invitation, hub, state.actor());
        return state;
    }

    private JoinState present(JobContext job, JoinState state) throws JobFailure {
        Invitation invitation = Invitation.parse(state.invitation());
        job.progress(40, invitation.hub().value());
        String request = AdmissionRequest.sign(crypto, identity.current(), invitation, tenant.name(), job.now());
        try {
            Admission admission = strangers.call(invitation.hub(), terms(invitation), MembershipMethods.JOIN, request);
            String own =
                    Fingerprint.of(identity.published(), invitation.network()).hex();
            if (!own.equals(admission.fingerprint())) {
                throw new JobFailure("The hub saw other keys than this site's (" + admission.fingerprint()
                        + "): somebody stands between the two.");
            }
            membership.admitted(invitation, admission, state.actor());
            return state;
        } catch (DirectoryRefusedException refused) {
            throw new JobFailure(
                    "The network's root key is refused (" + refused.refusal().label() + "): " + refused.sentence());
        } catch (Fault refused) {
            if (refused.code() == MembershipMethods.NO_ANSWER || refused.code() == MembershipMethods.OVER_BUDGET) {
                throw refused;
            }
            throw new JobFailure("The hub refused (" + refused.code() + "): " + refused.text());
        }
    }

    private static PeerTerms terms(Invitation invitation) {
        return NetworkTerms.forSite(
                invitation.hub(), invitation.hub().host(), Application.CONSTELLATION, invitation.network());
    }

    private JoinState greet(JobContext job, JoinState state) {
        Invitation invitation = Invitation.parse(state.invitation());
        job.progress(80, invitation.hub().value());
        Peer hub = membership.hub(invitation.hub());
        client.call(hub, SystemMethods.LIST_SERVICES, Nothing.NOTHING);
        return state;
    }
}
