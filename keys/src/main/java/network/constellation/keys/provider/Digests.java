package network.constellation.keys.provider;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Digests, and the one way to compare secrets. The JDK's implementations run at the speed of OpenSSL, so no engine is
 * needed (dependencies.md 3).
 */
public final class Digests {
    /** Only ever cloned, which is a third of the price of a look-up. */
    private static final MessageDigest SHA_256 = instance("SHA-256");

    private Digests() {}

    public static byte[] sha256(byte[] data) {
        return newSha256().digest(data);
    }

    /** For the legacy wire and for fingerprints that an old site shows; never for a new signature. */
    public static byte[] sha1(byte[] data) {
        return newSha1().digest(data);
    }

    public static byte[] hmacSha256(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException impossible) {
            throw new CryptoFailureException("computing HmacSHA256", impossible);
        }
    }

    /** A fresh SHA-256, for what arrives in pieces. */
    public static MessageDigest newSha256() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException unsupported) {
            return instance("SHA-256");
        }
    }

    static MessageDigest newSha1() {
        return instance("SHA-1");
    }

    /** Compares in a time that depends on the lengths only. */
    public static boolean equal(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }

    private static MessageDigest instance(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (GeneralSecurityException impossible) {
            throw new CryptoFailureException("looking for " + algorithm, impossible);
        }
    }
}
