package network.constellation.peer.peers;

import java.time.Instant;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;

/**
 * Keys offered under a name that we do not serve, waiting for an administrator (protocol-security.md 3). The pair of name
 * and fingerprint is its identity: another key for the same name is another offer.
 *
 * @param origin who offered it: {@code keyswap ADDRESS}, or the administrator who added it
 * @param refused when an administrator said no
 */
public record PeerOffer(
        Wwwroot wwwroot,
        PublicIdentity identity,
        String fingerprint,
        PeerTerms terms,
        String origin,
        Instant offered,
        Optional<Instant> refused) {

    /** Whether somebody typed the fingerprint of these keys, or of their certificate alone. */
    public boolean matches(String typed) {
        return Fingerprint.of(identity).matches(typed)
                | Fingerprint.of(identity.certificate()).matches(typed);
    }

    public PeerState state() {
        return refused.isPresent() ? PeerState.REFUSED : PeerState.PENDING;
    }
}
