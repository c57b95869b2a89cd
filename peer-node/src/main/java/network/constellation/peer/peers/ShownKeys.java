package network.constellation.peer.peers;

import java.util.Optional;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;

/**
 * A site's keys as a page shows them, to be compared.
 *
 * @param offer the pending or refused offer with these keys; absent for those of a peer
 */
public record ShownKeys(
        PublicIdentity identity, Fingerprint fingerprint, Fingerprint certificate, Optional<PeerOffer> offer) {
    static ShownKeys of(PublicIdentity identity, Optional<PeerOffer> offer) {
        return new ShownKeys(identity, Fingerprint.of(identity), Fingerprint.of(identity.certificate()), offer);
    }
}
