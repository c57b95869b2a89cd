package network.constellation.keys.provider;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM with a 96-bit nonce and a 128-bit tag, which follows the ciphertext. */
public final class AesGcm {
    /** Lengths in bytes. */
    public static final int KEY_LENGTH = 32;

    public static final int NONCE_LENGTH = 12;
    public static final int TAG_LENGTH = 16;

    private final InstancePool<Cipher> ciphers;

    AesGcm(CryptoEngine engine) {
        this.ciphers = new InstancePool<>(() -> engine.cipher("AES/GCM/NoPadding"));
    }

    /** Seals; the caller answers for a (key, nonce) pair that is never used twice. */
    public byte[] seal(byte[] key, byte[] nonce, byte[] associated, byte[] plain) {
        try {
            return run(Cipher.ENCRYPT_MODE, key, nonce, associated, plain);
        } catch (GeneralSecurityException broken) {
            throw new CryptoFailureException("sealing with AES-GCM", broken);
        }
    }

    /** The plaintext, or nothing when the tag does not fit. */
    public Optional<byte[]> open(byte[] key, byte[] nonce, byte[] associated, byte[] sealed) {
        if (sealed.length < TAG_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(run(Cipher.DECRYPT_MODE, key, nonce, associated, sealed));
        } catch (AEADBadTagException wrongTag) {
            return Optional.empty();
        } catch (GeneralSecurityException broken) {
            throw new CryptoFailureException("opening with AES-GCM", broken);
        }
    }

    private byte[] run(int mode, byte[] key, byte[] nonce, byte[] associated, byte[] data)
            throws GeneralSecurityException {
        if (key.length != KEY_LENGTH || nonce.length != NONCE_LENGTH) {
            throw new IllegalArgumentException("AES-256-GCM needs a key of 32 bytes and a nonce of 12.");
        }
        return ciphers.with(cipher -> {
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_LENGTH * 8, nonce));
            if (associated.length > 0) {
                cipher.updateAAD(associated);
            }
            return cipher.doFinal(data);
        });
    }
}
