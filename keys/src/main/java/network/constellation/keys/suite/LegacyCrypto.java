package network.constellation.keys.suite;

import java.math.BigInteger;
import java.util.Arrays;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Rsa;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.keys.provider.RsaPublicKey;

/**
 * The primitives of the legacy suite (mnet-wire.md 3 and 4): SHA1withRSA, key transport by RSA PKCS#1 v1.5, RC4. Safe
 * for any number of threads.
 */
public final class LegacyCrypto {
    /** Length of a message's session key in bytes. */
    public static final int SESSION_KEY_LENGTH = 16;

    private final CryptoEngine engine;

    public LegacyCrypto(CryptoEngine engine) {
        this.engine = engine;
    }

    /** SHA1withRSA. One private operation. */
    public byte[] sign(RsaPrivateKey key, byte[] payload) {
        return engine.rsa().sign(Rsa.Scheme.SHA1, key, payload);
    }

    /** Whether the signature is good; whatever is no signature at all is simply not good. */
    public boolean verify(RsaPublicKey key, byte[] payload, byte[] signature) {
        return engine.rsa().verify(Rsa.Scheme.SHA1, key, payload, signature);
    }

    public byte[] newSessionKey() {
        return engine.randomBytes(SESSION_KEY_LENGTH);
    }

    /** Wraps a session key for its recipient; the result has the length of the modulus. */
    public byte[] wrap(RsaPublicKey recipient, byte[] sessionKey) {
        if (sessionKey.length != SESSION_KEY_LENGTH) {
            throw new IllegalArgumentException("A session key has 16 bytes.");
        }
        return engine.rsa().encryptPkcs1(recipient, sessionKey);
    }

    /**
     * Unwraps a session key. One private operation, whatever is given.
     *
     * <p>There is no failure to be seen: a wrapped key of the wrong length, out of range, with bad padding or with a
     * secret that has not 16 bytes gives a substitute that depends on key and ciphertext only, at the same cost. What
     * it decrypts to makes no sense, and that is the one failure a sender learns of (protocol-security.md 2).
     */
    public byte[] unwrap(RsaPrivateKey key, byte[] wrapped) {
        byte[] substitute = Arrays.copyOf(key.substituteFor(wrapped), SESSION_KEY_LENGTH);
        int length = key.length();
        int acceptable = wrapped.length == length ? 1 : 0;
        byte[] block = Arrays.copyOf(wrapped, length);
        BigInteger number = new BigInteger(1, block);
        if (number.compareTo(key.publicKey().modulus()) >= 0) {
            // Public knowledge, since whoever sent the ciphertext knows the modulus; the operation is still done.
            acceptable = 0;
            block[0] = 0;
        }
        return Pkcs1.decode(engine.rsa().privateOperation(key, block), substitute, acceptable);
    }

    /** RC4, both ways; the result is as long as the data. */
    public byte[] rc4(byte[] sessionKey, byte[] data) {
        return Rc4.apply(sessionKey, data);
    }
}
