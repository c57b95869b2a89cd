package network.constellation.peer.peers;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.protocol.envelope.ModernPeer;
import org.jspecify.annotations.Nullable;

/** The present keys of a peer, with what calls need of them worked out once. Immutable. */
public final class PeerKeys {
    private final PublicIdentity identity;
    private final Instant since;
    private final String fingerprint;
    private final String network;
    private final @Nullable ModernPeer modern;

    /** @param network that we share with the peer; messages outside any network are taken too, as by hand comes first */
    public PeerKeys(PublicIdentity identity, Instant since, String network) {
        this.identity = identity;
        this.network = network;
        this.since = since;
        this.fingerprint = Fingerprint.of(identity).hex();
        this.modern = identity.modern().isPresent()
                ? ModernPeer.of(identity, new HashSet<>(List.of(PeerTerms.NO_NETWORK, network)))
                : null;
    }

    /** @throws PeersException when keys are announced that did not come: what is stored could not be read back */
    static void requireWhole(PublicIdentity identity) {
        if (identity.offerIsMissing()) {
            throw new PeersException("The certificate of " + identity.wwwroot()
                    + " announces modern keys that are not with it; give its whole bundle"
                    + " (`key show --bundle` there).");
        }
    }

    /** @throws PeersException when these keys cannot be those of a peer of that address, beside the ones we know */
    static void requireUsable(PublicIdentity identity, Wwwroot self, Collection<Peer> others) {
        if (identity.wwwroot().equals(self)) {
            throw new PeersException("A site cannot be its own peer: " + self + ".");
        }
        requireWhole(identity);
        try {
            identity.certificate().checkBelongsTo(identity.wwwroot());
        } catch (CertificateRefusedException wrong) {
            throw new PeersException(String.valueOf(wrong.getMessage()));
        }
        for (Peer other : others) {
            if (!other.wwwroot().equals(identity.wwwroot())
                    && other.identity()
                            .certificate()
                            .publicKey()
                            .equals(identity.certificate().publicKey())) {
                throw new PeersException(
                        "The key of " + identity.wwwroot() + " is already the key of " + other.wwwroot() + ".");
            }
        }
    }

    public PublicIdentity identity() {
        return identity;
    }

    /** Since when we know these keys; a later recipient key of the day does not count. */
    public Instant since() {
        return since;
    }

    /** As two people compare it: 64 hexadecimal digits. */
    public String fingerprint() {
        return fingerprint;
    }

    /** As the other side of modern messages; null when it speaks the legacy suite only. */
    public @Nullable ModernPeer modern() {
        return modern;
    }

    /** Whether certificate and statement are these; the recipient key changes every day and does not count. */
    public boolean same(PublicIdentity other) {
        return identity == other
                || identity.certificate().equals(other.certificate())
                        && fingerprint.equals(Fingerprint.of(other).hex());
    }

    /** The same keys with a later recipient key. */
    PeerKeys refreshed(PublicIdentity later) {
        return new PeerKeys(later, since, network);
    }

    /** The same keys of a peer that belongs to this network. */
    PeerKeys in(String other) {
        return other.equals(network) ? this : new PeerKeys(identity, since, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PeerKeys that
                && identity.equals(that.identity)
                && since.equals(that.since)
                && network.equals(that.network);
    }

    @Override
    public int hashCode() {
        return identity.hashCode();
    }

    @Override
    public String toString() {
        return "PeerKeys[" + fingerprint + "]";
    }
}
