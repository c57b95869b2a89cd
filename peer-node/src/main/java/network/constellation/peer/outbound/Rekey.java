package network.constellation.peer.outbound;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.peers.KeyState;
import network.constellation.peer.peers.NextKeys;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.PeersException;

/**
 * What becomes of a new certificate that a legacy peer proposed, signed with the key we know (mnet-wire.md 2.5,
 * protocol-security.md 2). A site with modern keys is not renewed this way: its Ed25519 key must vouch.
 */
@Singleton
final class Rekey {
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final Peers peers;
    private final ModernKeysFetch modernKeys;
    private final Audit audit;
    private final NextKeys nextKeys;
    private final Clock clock;
    private final ConcurrentHashMap<Wwwroot, Instant> last = new ConcurrentHashMap<>();

    @Inject
    Rekey(Peers peers, ModernKeysFetch modernKeys, Audit audit, NextKeys nextKeys, Clock clock) {
        this.peers = peers;
        this.modernKeys = modernKeys;
        this.audit = audit;
        this.nextKeys = nextKeys;
        this.clock = clock;
    }

    /** @throws UnreachableException when the new key is not taken up */
    Peer accept(Peer peer, SiteCertificate proposed) {
        if (peer.modern() != null) {
            return modernKeys
                    .renewed(peer)
                    .orElseThrow(() -> refused(peer, "the new key is not vouched for by the modern key we know"));
        }
        Instant now = clock.instant();
        if (nextKeys.state(peer, now) == KeyState.REVOKED) {
            throw refused(peer, "the key that vouches for it was revoked");
        }
        Instant before = last.get(peer.wwwroot());
        if (before != null && before.plus(BETWEEN).isAfter(now)) {
            throw refused(peer, "it offered a new key less than a minute after the last one");
        }
        try {
            PublicIdentity renewed = identity(peer, proposed);
            Peer after = peers.replaceKeys(
                    peer.wwwroot(), renewed, "rekey", peer.wwwroot().value());
            last.put(peer.wwwroot(), now);
            return after;
        } catch (CertificateRefusedException | PeersException unfit) {
            throw refused(peer, String.valueOf(unfit.getMessage()));
        }
    }

    /** The certificate was vouched for by the old key; what it announces beside has to come with it. */
    private PublicIdentity identity(Peer peer, SiteCertificate proposed) throws CertificateRefusedException {
        if (proposed.offerHash().isEmpty()) {
            return PublicIdentity.ofCertificate(peer.wwwroot(), proposed);
        }
        PublicIdentity shown = modernKeys.keysOf(peer.wwwroot(), peer.terms());
        if (!shown.certificate().equals(proposed)) {
            throw new PeersException("it shows another certificate on its door than the one it proposed");
        }
        return shown;
    }

    private UnreachableException refused(Peer peer, String why) {
        audit.recordSoon(AuditEvent.refused("peer.rekey-refused", "system", "rekey-refused")
                .peer(peer.wwwroot().value()));
        return new UnreachableException("it has a new key that was not accepted: " + why, false);
    }
}
