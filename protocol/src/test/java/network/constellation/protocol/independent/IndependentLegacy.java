package network.constellation.protocol.independent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** The legacy suite by the JDK alone (mnet-wire.md 3 and 4). */
public final class IndependentLegacy {
    private IndependentLegacy() {}

    /** Opens and verifies; throws when anything is not exactly right. */
    public static byte[] open(byte[] body, String sender, PrivateKey recipient, PublicKey signer)
            throws GeneralSecurityException {
        Cipher unwrap = Cipher.getInstance("RSA/ECB/PKCS1Padding", "SunJCE");
        unwrap.init(Cipher.DECRYPT_MODE, recipient);
        byte[] sessionKey = unwrap.doFinal(Text.decoded(body, "CipherValue", 1));
        byte[] signed = rc4(sessionKey, Text.decoded(body, "CipherValue", 0));
        byte[] payload = Text.decoded(signed, "object", 0);
        Signature verifier = Signature.getInstance("SHA1withRSA", "SunRsaSign");
        verifier.initVerify(signer);
        verifier.update(payload);
        boolean good = verifier.verify(Text.decoded(signed, "SignatureValue", 0))
                && Text.element(signed, "wwwroot", 0).equals(sender)
                && Text.element(body, "wwwroot", 0).equals(sender)
                && Text.element(signed, "DigestValue", 0).equals(sha1(payload))
                && new String(signed, ISO_8859_1).indexOf("<signedMessage>") > 0;
        if (!good) {
            throw new GeneralSecurityException("not what it should be");
        }
        return payload;
    }

    /** Seals a signed envelope or a bare document. */
    public static byte[] seal(byte[] content, String sender, PublicKey recipient, byte[] sessionKey)
            throws GeneralSecurityException {
        Cipher wrap = Cipher.getInstance("RSA/ECB/PKCS1Padding", "SunJCE");
        wrap.init(Cipher.ENCRYPT_MODE, recipient);
        return ("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>\n<encryptedMessage><EncryptedData><CipherData>"
                        + "<CipherValue>" + Text.b64(rc4(sessionKey, content))
                        + "</CipherValue></CipherData></EncryptedData><EncryptedKey><CipherData><CipherValue>"
                        + Text.b64(wrap.doFinal(sessionKey))
                        + "</CipherValue></CipherData></EncryptedKey><wwwroot>" + sender
                        + "</wwwroot></encryptedMessage>")
                .getBytes(ISO_8859_1);
    }

    /** Signs a document. */
    public static byte[] sign(byte[] payload, String sender, long timestamp, PrivateKey key)
            throws GeneralSecurityException {
        Signature signer = Signature.getInstance("SHA1withRSA", "SunRsaSign");
        signer.initSign(key);
        signer.update(payload);
        return ("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>\n<signedMessage><Signature><SignedInfo><DigestValue>"
                        + sha1(payload) + "</DigestValue></SignedInfo><SignatureValue>" + Text.b64(signer.sign())
                        + "</SignatureValue></Signature><object>" + Text.b64(payload) + "</object><wwwroot>" + sender
                        + "</wwwroot><timestamp>" + timestamp + "</timestamp></signedMessage>")
                .getBytes(ISO_8859_1);
    }

    private static byte[] rc4(byte[] key, byte[] data) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("ARCFOUR", "SunJCE");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "ARCFOUR"));
        return cipher.doFinal(data);
    }

    private static String sha1(byte[] data) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(data));
    }
}
