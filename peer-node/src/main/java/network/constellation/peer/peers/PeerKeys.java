package network.constellation.peer.peers;

import java.time.Instant;
import java.util.Set;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.protocol.envelope.ModernPeer;
import org.jspecify.annotations.Nullable;

/** The present keys of a peer, with what calls need of them worked out once. Immutable. */
public final class PeerKeys {
    /** Peers added by hand share no network. */
    private static final Set<String> NETWORKS = Set.of("");

    private final PublicIdentity identity;
    private final Instant since;
    private final String fingerprint;
    private final @Nullable ModernPeer modern;

    public PeerKeys(PublicIdentity identity, Instant since) {
        this.identity = identity;
        this.since = since;
        this.fingerprint = Fingerprint.of(identity).hex();
        this.modern = identity.modern().isPresent() ? ModernPeer.of(identity, NETWORKS) : null;
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
        return identity.certificate().equals(other.certificate())
                && fingerprint.equals(Fingerprint.of(other).hex());
    }

    /** The same keys with a later recipient key. */
    PeerKeys refreshed(PublicIdentity later) {
        return new PeerKeys(later, since);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PeerKeys that && identity.equals(that.identity) && since.equals(that.since);
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
