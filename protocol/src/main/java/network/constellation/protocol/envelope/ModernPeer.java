package network.constellation.protocol.envelope;

import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.ModernKeys;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.Ed25519PublicKey;

/**
 * The other side of a modern conversation: one generation of its keys, as we know it.
 *
 * @param fingerprint 32 bytes: {@link Fingerprint#of(PublicIdentity)} of this generation, without a network
 * @param signingKey its Ed25519 key
 * @param networks in which we accept its messages: the id of each shared network, and the empty string for peers added
 *     by hand
 */
public record ModernPeer(Wwwroot wwwroot, byte[] fingerprint, Ed25519PublicKey signingKey, Set<String> networks) {
    public ModernPeer {
        networks = Set.copyOf(networks);
    }

    /** @throws IllegalArgumentException when the site offers no modern keys */
    public static ModernPeer of(PublicIdentity identity, Set<String> networks) {
        ModernKeys keys = identity.modern()
                .orElseThrow(
                        () -> new IllegalArgumentException("The site " + identity.wwwroot() + " has no modern keys."));
        return new ModernPeer(identity.wwwroot(), Fingerprint.of(identity).bytes(), keys.ed25519(), networks);
    }
}
