package network.constellation.protocol.envelope;

import java.security.PublicKey;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;

/**
 * The other side of a modern conversation: one generation of its keys, as we know it.
 *
 * @param fingerprint 32 bytes, the fingerprint of this generation (keys.fingerprint)
 * @param signingKey the Ed25519 public key, checked against weak points when it was registered
 * @param networks in which we accept its messages: the hub's wwwroot of each shared network, and the empty string for
 *     peers added by hand
 */
public record ModernPeer(Wwwroot wwwroot, byte[] fingerprint, PublicKey signingKey, Set<String> networks) {
    public ModernPeer {
        networks = Set.copyOf(networks);
    }
}
