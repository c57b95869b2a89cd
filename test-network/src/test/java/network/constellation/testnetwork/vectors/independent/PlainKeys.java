package network.constellation.testnetwork.vectors.independent;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.KeyAgreement;

/** Keys from their files and raw forms, by the JDK alone. */
public final class PlainKeys {
    private static final String ED25519_PRIVATE = "302e020100300506032b657004220420";
    private static final String ED25519_PUBLIC = "302a300506032b6570032100";
    private static final String X25519_PRIVATE = "302e020100300506032b656e04220420";
    private static final String X25519_PUBLIC = "302a300506032b656e032100";
    private static final byte[] BASE_POINT = new byte[32];

    static {
        BASE_POINT[0] = 9;
    }

    private PlainKeys() {}

    public static RSAPrivateCrtKey rsaPrivate(String pem) {
        return (RSAPrivateCrtKey) privateKey("RSA", Base64.getMimeDecoder().decode(body(pem)));
    }

    public static PublicKey rsaPublic(RSAPrivateCrtKey key) {
        return asking(() -> KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())));
    }

    public static PublicKey ofCertificate(String pem) {
        return asking(() -> CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(US_ASCII)))
                .getPublicKey());
    }

    public static PrivateKey ed25519(byte[] seed) {
        return privateKey("Ed25519", joined(hex(ED25519_PRIVATE), seed));
    }

    public static PublicKey ed25519Public(byte[] raw) {
        return asking(() -> KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(joined(hex(ED25519_PUBLIC), raw))));
    }

    /** X25519: the raw secret shared between a private and a public key. */
    public static byte[] agree(byte[] privateRaw, byte[] publicRaw) {
        return asking(() -> {
            KeyAgreement agreement = KeyAgreement.getInstance("X25519");
            agreement.init(privateKey("X25519", joined(hex(X25519_PRIVATE), privateRaw)));
            agreement.doPhase(
                    KeyFactory.getInstance("X25519")
                            .generatePublic(new X509EncodedKeySpec(joined(hex(X25519_PUBLIC), publicRaw))),
                    true);
            return agreement.generateSecret();
        });
    }

    /** The public half of an X25519 key: the agreement with the base point. */
    public static byte[] x25519Public(byte[] privateRaw) {
        return agree(privateRaw, BASE_POINT);
    }

    public static byte[] hash(String algorithm, byte[] bytes) {
        return asking(() -> MessageDigest.getInstance(algorithm).digest(bytes));
    }

    /** RSAES-PKCS1-v1_5 with padding that the caller chooses (no zero bytes), so that vectors can be made again. */
    public static byte[] wrap(RSAPrivateCrtKey recipient, byte[] sessionKey, byte[] padding) {
        int length = (recipient.getModulus().bitLength() + 7) / 8;
        byte[] block = new byte[length];
        block[1] = 2;
        int zero = length - sessionKey.length - 1;
        for (int i = 2; i < zero; i++) {
            byte filler = padding[i % padding.length];
            block[i] = filler == 0 ? 1 : filler;
        }
        System.arraycopy(sessionKey, 0, block, zero + 1, sessionKey.length);
        byte[] wrapped = new BigInteger(1, block)
                .modPow(recipient.getPublicExponent(), recipient.getModulus())
                .toByteArray();
        byte[] out = new byte[length];
        int skipped = Math.max(0, wrapped.length - length);
        System.arraycopy(wrapped, skipped, out, length - (wrapped.length - skipped), wrapped.length - skipped);
        return out;
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    public static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static PrivateKey privateKey(String algorithm, byte[] pkcs8) {
        return asking(() -> KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
    }

    private static String body(String pem) {
        return pem.replaceAll("-----[^-]+-----", "").strip();
    }

    /** Runs something cryptographic; that the JDK cannot do it, or refuses, ends the test. */
    static <T> T asking(Asking<T> question) {
        try {
            return question.answer();
        } catch (GeneralSecurityException refused) {
            throw new RefusedByPlain(String.valueOf(refused.getMessage()), refused);
        }
    }

    interface Asking<T> {
        T answer() throws GeneralSecurityException;
    }
}
