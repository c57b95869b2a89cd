package network.constellation.keys.ring;

import java.time.Instant;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.provider.Ed25519PublicKey;

/**
 * What is left of a revoked generation: enough to recognise it. Its private keys are gone, so it can never sign or
 * vouch again (protocol-security.md 2).
 */
public record RevokedKeys(
        int generation, byte[] certificateSha256, Ed25519PublicKey ed25519, Instant at, String reason) {
    public RevokedKeys {
        at = Instant.ofEpochSecond(at.getEpochSecond());
    }

    static RevokedKeys of(SiteKeys keys, Instant at, String reason) {
        return new RevokedKeys(
                keys.generation(), keys.certificate().sha256(), keys.ed25519().publicKey(), at, reason);
    }
}
