package network.constellation.peer.peers;

import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.PublicIdentity;

/**
 * What the network told of keys beyond those in use (network-admin.md 9 B): next generations that were announced, and
 * fingerprints that were revoked. Asked for every message, so answered from memory. Bound by {@code peer.rotation}.
 */
public interface KeyNotes {
    /** Nothing was told. */
    KeyNotes NONE = new KeyNotes() {
        @Override
        public Optional<PublicIdentity> announced(Wwwroot peer) {
            return Optional.empty();
        }

        @Override
        public boolean isRevoked(String fingerprint) {
            return false;
        }
    };

    /** The generation that will follow at that peer; the one in use vouched for it when it was announced. */
    Optional<PublicIdentity> announced(Wwwroot peer);

    /** @param fingerprint 64 hexadecimal digits, outside any network: {@link PeerKeys#fingerprint} */
    boolean isRevoked(String fingerprint);
}
