package network.constellation.hub.registry;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import network.constellation.hub.founding.Founding;
import network.constellation.hub.founding.Network;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Digests;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.admission.Invitation;

/** Makes invitations (docs/protocol/bootstrap.md). The token leaves this class once and is stored nowhere. */
@Singleton
public final class Invitations {
    /** How long an invitation is good. */
    public static final Duration LIFE = Duration.ofDays(7);

    private static final int MAX_LABEL = 200;

    private final RegistryStore store;
    private final Founding founding;
    private final SiteIdentity identity;
    private final CryptoEngine crypto;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Invitations(
            RegistryStore store,
            Founding founding,
            SiteIdentity identity,
            CryptoEngine crypto,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.founding = founding;
        this.identity = identity;
        this.crypto = crypto;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param label whom it is for, in the inviter's words; may be empty
     * @param subnetwork number of the sub-network that the site joins when it is admitted
     */
    public Invitation invite(String label, Optional<Integer> subnetwork, String actor) {
        if (label.length() > MAX_LABEL) {
            throw new IllegalArgumentException("The name on an invitation has at most " + MAX_LABEL + " characters.");
        }
        Network network = founding.required();
        Instant now = clock.instant();
        Instant expires = now.plus(LIFE).truncatedTo(ChronoUnit.SECONDS);
        byte[] token = crypto.randomBytes(Invitation.TOKEN_BYTES);
        store.insertInvitation(
                Digests.sha256(token),
                new InvitationRecord(label.strip(), subnetwork.orElse(null), now, expires, null, null));
        audit.record(AuditEvent.done("invitation.made", actor).with("label", label.strip()));
        return new Invitation(
                identity.wwwroot(),
                Fingerprint.of(identity.published(), network.id()).hex(),
                network.id(),
                token,
                expires);
    }

    /** Those that nobody has used, newest first. */
    public List<InvitationRecord> open() {
        return store.openInvitations(clock.instant());
    }
}
