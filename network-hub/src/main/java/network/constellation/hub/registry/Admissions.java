package network.constellation.hub.registry;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import network.constellation.hub.founding.Founding;
import network.constellation.hub.founding.Network;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Digests;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.jobs.CrashPoints;
import network.constellation.peer.outbound.StrangerClient;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.KeyNotes;
import network.constellation.peer.peers.Offers;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.Services;
import network.constellation.peer.subnets.NetworkTerms;
import network.constellation.peer.tenant.Tenant;
import network.constellation.protocol.admission.AdmissionRefusedException;
import network.constellation.protocol.admission.AdmissionRequest;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.directory.strategy.ServiceStrategy;
import network.constellation.protocol.method.membership.Admission;
import network.constellation.protocol.method.membership.MembershipMethods;

/**
 * Admits a site that holds an invitation (docs/protocol/bootstrap.md). To whoever asks without a right to, every
 * refusal looks the same; the audit has the reason.
 */
@Singleton
public final class Admissions {
    private static final int REFUSED = 521;

    private final RegistryStore store;
    private final Registry registry;
    private final AdmissionAnchor anchor;
    private final Founding founding;
    private final Tenant tenant;
    private final StrangerClient strangers;
    private final Peers peers;
    private final Services services;
    private final CryptoEngine crypto;
    private final Newcomers newcomers;
    private final Offers offers;
    private final KeyNotes keyNotes;
    private final Audit audit;
    private final Clock clock;
    private final CrashPoints crash;

    @Inject
    Admissions(
            RegistryStore store,
            Registry registry,
            AdmissionAnchor anchor,
            Founding founding,
            Tenant tenant,
            StrangerClient strangers,
            Peers peers,
            Services services,
            CryptoEngine crypto,
            Newcomers newcomers,
            Offers offers,
            KeyNotes keyNotes,
            Audit audit,
            Clock clock,
            CrashPoints crash) {
        this.store = store;
        this.registry = registry;
        this.anchor = anchor;
        this.founding = founding;
        this.tenant = tenant;
        this.strangers = strangers;
        this.peers = peers;
        this.services = services;
        this.crypto = crypto;
        this.newcomers = newcomers;
        this.offers = offers;
        this.keyNotes = keyNotes;
        this.audit = audit;
        this.clock = clock;
        this.crash = crash;
    }

    /**
     * @throws Fault 521 for any refusal; {@link MembershipMethods#NO_ANSWER} when the holder of a token could not be
     *     called back
     */
    Admission admit(String text, String from) {
        Instant now = clock.instant();
        Network network = founding.network().orElseThrow(() -> refused("not-a-hub", from));
        AdmissionRequest request = open(text, network, from, now);
        if (keyNotes.isRevoked(Fingerprint.of(request.identity()).hex())) {
            throw refused("revoked-key", from);
        }
        Member member = memberOf(request, network, now);
        byte[] tokenHash = Digests.sha256(request.token());
        InvitationRecord invitation = store.invitation(tokenHash).orElseThrow(() -> refused("unknown-token", from));
        callBack(request, from);
        crash.reached("admission/called-back");
        if (!store.admit(tokenHash, member)) {
            throw refused(invitation.usedBy() == null ? "expired-token" : "used-token", from);
        }
        crash.reached("admission/registered");
        String actor = "invitation";
        peers.admit(
                request.identity(),
                NetworkTerms.forSite(member.wwwroot(), member.name(), Application.CONSTELLATION, network.id()),
                "invitation",
                actor);
        crash.reached("admission/peer");
        services.set(
                Optional.of(member.wwwroot()),
                Optional.of(Set.of("sso_idp")),
                Optional.of(MembershipMethods.FOR_THE_HUB),
                actor);
        offers.forget(member.wwwroot(), actor);
        audit.record(AuditEvent.done("member.admitted", actor)
                .peer(member.wwwroot().value())
                .with("fingerprint", member.fingerprint()));
        newcomers.arrived(member.wwwroot(), Optional.ofNullable(invitation.subnetwork()));
        crash.reached("admission/linked");
        registry.changed();
        return new Admission(
                network.id(), network.name(), tenant.name(), member.fingerprint(), anchor.signedFor(member.wwwroot()));
    }

    private AdmissionRequest open(String text, Network network, String from, Instant now) {
        try {
            return AdmissionRequest.open(crypto, text, tenant.wwwroot(), network.id(), now);
        } catch (AdmissionRefusedException refused) {
            throw refused(refused.reason(), from);
        }
    }

    /** Whoever holds the token must also answer at the address it claims, with the same keys. */
    private void callBack(AdmissionRequest request, String from) {
        try {
            PublicIdentity answered = strangers.keyswap(
                    request.identity().wwwroot(),
                    NetworkTerms.forSite(
                            request.identity().wwwroot(), "", Application.CONSTELLATION, request.network()));
            Fingerprint claimed = Fingerprint.of(request.identity(), request.network());
            if (!Fingerprint.of(answered, request.network()).equals(claimed)) {
                throw refused("other-keys-at-address", from);
            }
        } catch (UnreachableException silent) {
            // A site that was just started, or is cut off for a moment: it may ask again with the same token.
            audit.countStranger("member.refused", "no-answer-at-address", from);
            throw new Fault(
                    MembershipMethods.NO_ANSWER,
                    "The hub reaches nobody at the address of this site: " + silent.why(),
                    "no-answer-at-address");
        }
    }

    private static Member memberOf(AdmissionRequest request, Network network, Instant now) {
        PublicIdentity identity = request.identity();
        return new Member(
                identity.wwwroot(),
                request.name().isBlank() ? identity.wwwroot().host() : request.name(),
                request.application(),
                Fingerprint.of(identity, network.id()).hex(),
                identity.bundle(),
                Member.State.ADMITTED,
                now,
                0,
                ServiceStrategy.SUBNETWORK);
    }

    private Fault refused(String reason, String from) {
        audit.countStranger("member.refused", reason, from);
        return new Fault(REFUSED, "The hub does not admit this site; ask its administrator.", reason);
    }
}
