package network.constellation.keys.provider;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;

/**
 * An RSA public key of 2048 to 8192 bits (mnet-wire.md 2.1). Equal when the encodings are.
 */
public final class RsaPublicKey {
    private static final int MIN_BITS = 2048;
    private static final int MAX_BITS = 8192;
    /** Larger exponents buy nothing and let a stranger make each verification dear. */
    private static final int MAX_EXPONENT_BITS = 33;

    private final RSAPublicKey key;
    private final byte[] encoded;
    private final byte[] sha256;
    private final Prepared<PublicKey> prepared = new Prepared<>();

    private RsaPublicKey(RSAPublicKey key) {
        this.key = key;
        this.encoded = key.getEncoded();
        this.sha256 = Digests.sha256(encoded);
    }

    /** @throws MalformedKeyException when it is no RSA key, or one too weak or too large to use */
    public static RsaPublicKey of(PublicKey key) {
        if (!(key instanceof RSAPublicKey rsa)) {
            throw new MalformedKeyException("The key is of the kind " + key.getAlgorithm() + ", it must be RSA.");
        }
        int bits = rsa.getModulus().bitLength();
        if (bits < MIN_BITS || bits > MAX_BITS) {
            throw new MalformedKeyException(
                    "The RSA key has " + bits + " bits, it must have " + MIN_BITS + " to " + MAX_BITS + ".");
        }
        BigInteger exponent = rsa.getPublicExponent();
        if (!exponent.testBit(0) || exponent.bitLength() < 2 || exponent.bitLength() > MAX_EXPONENT_BITS) {
            throw new MalformedKeyException("The RSA key has an unusable public exponent; 65537 is usual.");
        }
        if (!rsa.getModulus().testBit(0)) {
            throw new MalformedKeyException("The RSA key has an even modulus.");
        }
        return new RsaPublicKey(sunKey(rsa));
    }

    /** The key as the JDK knows it. */
    public RSAPublicKey key() {
        return key;
    }

    public BigInteger modulus() {
        return key.getModulus();
    }

    /** Length of the modulus, hence of a signature and of a wrapped key, in bytes. */
    public int length() {
        return (key.getModulus().bitLength() + 7) / 8;
    }

    /** The SubjectPublicKeyInfo. */
    public byte[] encoded() {
        return encoded.clone();
    }

    /** SHA-256 of {@link #encoded}. */
    public byte[] sha256() {
        return sha256.clone();
    }

    PublicKey preparedFor(CryptoEngine engine) {
        return prepared.get(
                engine,
                () -> engine.keyFactory("RSA")
                        .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())));
    }

    /** One class of key objects, whichever provider parsed them: their encodings must be comparable. */
    private static RSAPublicKey sunKey(RSAPublicKey key) {
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA", "SunRsaSign")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        } catch (GeneralSecurityException unusable) {
            throw new MalformedKeyException("The RSA key is not usable: " + unusable.getMessage(), unusable);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RsaPublicKey that && Arrays.equals(encoded, that.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    @Override
    public String toString() {
        return "RsaPublicKey[" + key.getModulus().bitLength() + " bits]";
    }
}
