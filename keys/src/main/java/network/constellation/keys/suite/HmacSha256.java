package network.constellation.keys.suite;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import network.constellation.keys.provider.CryptoFailureException;
import network.constellation.keys.provider.InstancePool;

/** HKDF with SHA-256 (RFC 5869) on re-used Mac objects of the JDK. Thread-safe. */
final class HmacSha256 {
    private static final String NAME = "HmacSHA256";
    private static final int LENGTH = 32;

    private final InstancePool<Mac> macs = new InstancePool<>(() -> Mac.getInstance(NAME));

    byte[] extract(byte[] salt, byte[] material) {
        // An empty key is refused by the JDK; HMAC pads with zeros, so one block of zeros is the same key.
        byte[] key = salt.length == 0 ? new byte[LENGTH] : salt;
        try {
            return macs.with(mac -> {
                mac.init(new SecretKeySpec(key, NAME));
                return mac.doFinal(material);
            });
        } catch (GeneralSecurityException impossible) {
            throw new CryptoFailureException("deriving keys", impossible);
        }
    }

    byte[] expand(byte[] secret, byte[] info, int length) {
        if (length < 1 || length > 255 * LENGTH) {
            throw new IllegalArgumentException("HKDF gives 1 to 8160 bytes.");
        }
        try {
            return macs.with(mac -> {
                mac.init(new SecretKeySpec(secret, NAME));
                byte[] out = new byte[length];
                byte[] block = new byte[0];
                for (int done = 0, counter = 1; done < length; done += LENGTH, counter++) {
                    mac.update(block);
                    mac.update(info);
                    mac.update((byte) counter);
                    block = mac.doFinal();
                    System.arraycopy(block, 0, out, done, Math.min(LENGTH, length - done));
                }
                Arrays.fill(block, (byte) 0);
                return out;
            });
        } catch (GeneralSecurityException impossible) {
            throw new CryptoFailureException("deriving keys", impossible);
        }
    }
}
