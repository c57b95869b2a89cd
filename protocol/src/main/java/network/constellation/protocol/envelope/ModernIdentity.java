package network.constellation.protocol.envelope;

import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Ed25519PrivateKey;

/**
 * Our own side of a modern conversation: one generation of our keys.
 *
 * @param fingerprint 32 bytes: {@link Fingerprint#of(network.constellation.keys.identity.PublicIdentity)} of this
 *     generation, without a network, as the network is bound by itself
 * @param signingKey its Ed25519 key
 */
public record ModernIdentity(Wwwroot wwwroot, byte[] fingerprint, Ed25519PrivateKey signingKey) {
    /** Of one generation of our keys; verifies them once, so the result is worth keeping. */
    public static ModernIdentity of(CryptoEngine engine, SiteKeys keys) {
        return new ModernIdentity(
                keys.wwwroot(), Fingerprint.of(keys.publicIdentity(engine)).bytes(), keys.ed25519());
    }

    @Override
    public String toString() {
        return "ModernIdentity[" + wwwroot + "]";
    }
}
