package network.constellation.testnetwork.vectors;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** Opens legacy envelopes with the JDK and regular expressions alone: shares no code with the product. */
final class IndependentOpener {
    private static final Pattern CIPHER = Pattern.compile("<CipherValue>([^<]*)</CipherValue>");
    private static final Pattern OBJECT = Pattern.compile("<object ID=\"XMLRPC-MSG\">([^<]*)</object>");
    private static final Pattern SIGNATURE = Pattern.compile("<SignatureValue>([^<]*)</SignatureValue>");
    private static final Pattern WWWROOT = Pattern.compile("<wwwroot>([^<]*)</wwwroot>");

    /** What was found. */
    record Message(boolean encrypted, boolean signed, boolean signatureHolds, String wwwroot, String payload) {}

    private IndependentOpener() {}

    /** @param keys private keys of whoever the answer may be for; @param certificate of the expected signer, PEM */
    static Message open(byte[] body, List<String> keys, String certificate) throws GeneralSecurityException {
        String text = new String(body, StandardCharsets.UTF_8);
        boolean encrypted = text.contains("<encryptedMessage>");
        String inside = encrypted ? decrypted(text, keys) : text;
        boolean signed = inside.contains("<signedMessage>");
        if (!signed) {
            return new Message(encrypted, false, false, "", inside);
        }
        byte[] payload = Base64.getDecoder().decode(only(OBJECT, inside));
        Signature verifier = Signature.getInstance("SHA1withRSA");
        verifier.initVerify(publicKey(certificate));
        verifier.update(payload);
        boolean holds = verifier.verify(Base64.getDecoder().decode(only(SIGNATURE, inside)));
        return new Message(encrypted, true, holds, only(WWWROOT, inside), new String(payload, StandardCharsets.UTF_8));
    }

    private static String decrypted(String text, List<String> keys) throws GeneralSecurityException {
        List<String> values = new ArrayList<>();
        Matcher matcher = CIPHER.matcher(text);
        while (matcher.find()) {
            values.add(matcher.group(1));
        }
        for (String pem : keys) {
            try {
                Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding", "SunJCE");
                rsa.init(Cipher.DECRYPT_MODE, privateKey(pem));
                byte[] session = rsa.doFinal(Base64.getDecoder().decode(values.get(1)));
                if (session.length == 16) {
                    Cipher rc4 = Cipher.getInstance("ARCFOUR", "SunJCE");
                    rc4.init(Cipher.DECRYPT_MODE, new SecretKeySpec(session, "ARCFOUR"));
                    String opened =
                            new String(rc4.doFinal(Base64.getDecoder().decode(values.get(0))), StandardCharsets.UTF_8);
                    if (opened.startsWith("<?xml")) {
                        return opened;
                    }
                }
            } catch (GeneralSecurityException notThisKey) {
                continue;
            }
        }
        throw new GeneralSecurityException("no key opens the answer");
    }

    private static String only(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static PrivateKey privateKey(String pem) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA", "SunRsaSign").generatePrivate(new PKCS8EncodedKeySpec(decoded(pem)));
    }

    private static PublicKey publicKey(String pem) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(decoded(pem)))
                .getPublicKey();
    }

    private static byte[] decoded(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]+-----", ""));
    }
}
