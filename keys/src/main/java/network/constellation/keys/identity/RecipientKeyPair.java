package network.constellation.keys.identity;

import java.time.Instant;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Ed25519PrivateKey;
import network.constellation.keys.provider.X25519PrivateKey;

/** A site's own recipient key with its private half. */
public record RecipientKeyPair(RecipientKey publicKey, X25519PrivateKey privateKey) {
    public RecipientKeyPair {
        if (!publicKey.key().equals(privateKey.publicKey())) {
            throw new IllegalArgumentException("The two halves of the recipient key do not fit.");
        }
    }

    /** A new pair, signed by the site's Ed25519 key. */
    public static RecipientKeyPair make(
            CryptoEngine engine, Wwwroot wwwroot, int generation, Ed25519PrivateKey signer, Instant now) {
        X25519PrivateKey fresh = engine.x25519().generate();
        return new RecipientKeyPair(
                RecipientKey.make(engine, wwwroot, generation, signer, fresh.publicKey(), now), fresh);
    }

    /** Whether it may still open messages; otherwise it must be destroyed. */
    public boolean isLive(Instant now) {
        return publicKey.isLive(now);
    }
}
