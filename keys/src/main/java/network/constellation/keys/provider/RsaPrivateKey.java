package network.constellation.keys.provider;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;

/** An RSA private key with its public half; its text never shows the secret. */
public final class RsaPrivateKey {
    private static final byte[] REJECTION = "constellation implicit rejection 1".getBytes(StandardCharsets.US_ASCII);

    private final RSAPrivateCrtKey key;
    private final RsaPublicKey publicKey;
    private final byte[] rejectionSecret;
    private final Prepared<PrivateKey> prepared = new Prepared<>();

    private RsaPrivateKey(RSAPrivateCrtKey key) throws GeneralSecurityException {
        this.key = key;
        PublicKey half = KeyFactory.getInstance("RSA", "SunRsaSign")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        this.publicKey = RsaPublicKey.of(half);
        // From the key itself, so that replicas and restarts give the same substitute for the same bad message.
        this.rejectionSecret =
                Digests.hmacSha256(REJECTION, key.getPrivateExponent().toByteArray());
    }

    /** @throws MalformedKeyException when the bytes are no PKCS#8 RSA key with its prime factors */
    public static RsaPrivateKey ofPkcs8(byte[] encoded) {
        try {
            PrivateKey parsed =
                    KeyFactory.getInstance("RSA", "SunRsaSign").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            if (!(parsed instanceof RSAPrivateCrtKey rsa)) {
                throw new MalformedKeyException("The RSA private key lacks its prime factors.");
            }
            if (!rsa.getPrimeP().multiply(rsa.getPrimeQ()).equals(rsa.getModulus())) {
                throw new MalformedKeyException("The RSA private key is inconsistent: its primes do not fit.");
            }
            return new RsaPrivateKey(rsa);
        } catch (GeneralSecurityException unusable) {
            throw new MalformedKeyException("The RSA private key cannot be read: it must be PKCS#8.", unusable);
        }
    }

    public RsaPublicKey publicKey() {
        return publicKey;
    }

    /** The unencrypted PKCS#8 form: secret. */
    public byte[] pkcs8() {
        return key.getEncoded();
    }

    /** Length of the modulus in bytes. */
    public int length() {
        return publicKey.length();
    }

    /**
     * What takes the place of a secret that could not be unwrapped: 32 bytes that depend on this key pair and on the
     * ciphertext only (protocol-security.md 2, key transport).
     */
    public byte[] substituteFor(byte[] ciphertext) {
        return Digests.hmacSha256(rejectionSecret, ciphertext);
    }

    PrivateKey preparedFor(CryptoEngine engine) {
        return prepared.get(
                engine, () -> engine.keyFactory("RSA").generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded())));
    }

    @Override
    public String toString() {
        return "RsaPrivateKey[secret]";
    }
}
