package network.constellation.keys.provider;

import java.security.GeneralSecurityException;
import java.util.Arrays;
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

    private static final int TAG_BITS = TAG_LENGTH * 8;

    private final InstancePool<Cipher> ciphers;

    AesGcm(CryptoEngine engine) {
        this.ciphers = new InstancePool<>(() -> engine.cipher("AES/GCM/NoPadding"));
    }

    /** Seals; the caller answers for a (key, nonce) pair that is never used twice. */
    public byte[] seal(byte[] key, byte[] nonce, byte[] associated, byte[] plain) {
        requireLengths(key.length, nonce.length);
        return sealed(cipher -> {
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(associated);
            return cipher.doFinal(plain);
        });
    }

    /** The plaintext, or nothing when the tag does not fit. */
    public Optional<byte[]> open(byte[] key, byte[] nonce, byte[] associated, byte[] sealed) {
        requireLengths(key.length, nonce.length);
        if (sealed.length < TAG_LENGTH) {
            return Optional.empty();
        }
        return opened(cipher -> {
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(associated);
            return cipher.doFinal(sealed);
        });
    }

    /**
     * The head in clear text, then the sealed plaintext.
     *
     * @param secret the key, then the nonce; the caller answers that they are never used twice
     */
    public byte[] sealAfter(byte[] head, byte[] secret, byte[] plain) {
        byte[] out = Arrays.copyOf(head, head.length + plain.length + TAG_LENGTH);
        return sealed(cipher -> {
            init(cipher, Cipher.ENCRYPT_MODE, secret);
            cipher.doFinal(plain, 0, plain.length, out, head.length);
            return out;
        });
    }

    /**
     * The plaintext of what {@link #sealAfter} made, or nothing when the tag does not fit.
     *
     * @param head length of the head in bytes
     */
    public Optional<byte[]> openAfter(int head, byte[] secret, byte[] data) {
        if (data.length < head + TAG_LENGTH) {
            return Optional.empty();
        }
        return opened(cipher -> {
            init(cipher, Cipher.DECRYPT_MODE, secret);
            return cipher.doFinal(data, head, data.length - head);
        });
    }

    private byte[] sealed(InstancePool.Use<Cipher, byte[]> use) {
        try {
            return ciphers.with(use);
        } catch (GeneralSecurityException broken) {
            throw new CryptoFailureException("sealing with AES-GCM", broken);
        }
    }

    private Optional<byte[]> opened(InstancePool.Use<Cipher, byte[]> use) {
        try {
            return Optional.of(ciphers.with(use));
        } catch (AEADBadTagException wrongTag) {
            return Optional.empty();
        } catch (GeneralSecurityException broken) {
            throw new CryptoFailureException("opening with AES-GCM", broken);
        }
    }

    private static void init(Cipher cipher, int mode, byte[] secret) throws GeneralSecurityException {
        requireLengths(KEY_LENGTH, secret.length - KEY_LENGTH);
        cipher.init(
                mode,
                new SecretKeySpec(secret, 0, KEY_LENGTH, "AES"),
                new GCMParameterSpec(TAG_BITS, secret, KEY_LENGTH, NONCE_LENGTH));
    }

    private static void requireLengths(int key, int nonce) {
        if (key != KEY_LENGTH || nonce != NONCE_LENGTH) {
            throw new IllegalArgumentException("AES-256-GCM needs a key of 32 bytes and a nonce of 12.");
        }
    }
}
