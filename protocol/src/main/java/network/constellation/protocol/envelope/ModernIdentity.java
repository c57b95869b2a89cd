package network.constellation.protocol.envelope;

import java.security.PrivateKey;
import network.constellation.keys.address.Wwwroot;

/**
 * Our own side of a modern conversation: one generation of our keys.
 *
 * @param fingerprint 32 bytes, the fingerprint of this generation (keys.fingerprint)
 * @param signingKey the Ed25519 private key
 */
public record ModernIdentity(Wwwroot wwwroot, byte[] fingerprint, PrivateKey signingKey) {}
