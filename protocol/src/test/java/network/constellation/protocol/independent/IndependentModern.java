package network.constellation.protocol.independent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** The modern suite by Bouncy Castle's HPKE and Ed25519 and the JDK's AES, written from modern-suite.md. */
public final class IndependentModern {
    static final String SUITE = "hpke-base-x25519-hkdf-sha256-export+aes-256-gcm+ed25519";

    private IndependentModern() {}

    /** The two ends, and which of their keys are meant. */
    public record Ends(
            String network,
            String caller,
            String callee,
            byte[] callerFingerprint,
            byte[] calleeFingerprint,
            byte[] recipientKey) {
        byte[] recipientKeyId() {
            return sha256(recipientKey);
        }

        byte[] facts() {
            return Text.fields(
                    "constellation:window:1", network, callerFingerprint, calleeFingerprint, recipientKeyId());
        }

        byte[] info() {
            return Text.fields(
                    "constellation:modern:1",
                    SUITE,
                    network,
                    caller,
                    callee,
                    callerFingerprint,
                    calleeFingerprint,
                    recipientKeyId());
        }

        byte[] contextHash(byte[] enc) {
            return sha256(Text.fields("constellation:context:1", info(), enc));
        }
    }

    /** What may not be random in a vector. */
    public record Chances(byte[] messageId, byte[] salt, long millis, long suspensionSequence) {}

    /** A window, at either end. */
    public record Window(Ends ends, byte[] enc, HPKEContext context) {}

    public static Window open(Ends ends, byte[] ephemeral) {
        X25519PrivateKeyParameters secret = new X25519PrivateKeyParameters(ephemeral);
        HPKEContextWithEncapsulation context = hpke().setupBaseS(
                        new X25519PublicKeyParameters(ends.recipientKey()),
                        ends.info(),
                        new AsymmetricCipherKeyPair(secret.generatePublicKey(), secret));
        return new Window(ends, context.getEncapsulation(), context);
    }

    public static Window enter(Ends ends, byte[] request, byte[] recipientSecret) {
        X25519PrivateKeyParameters secret = new X25519PrivateKeyParameters(recipientSecret);
        byte[] enc = Text.decoded(request, "CipherValue", 1);
        HPKEContext context =
                hpke().setupBaseR(enc, new AsymmetricCipherKeyPair(secret.generatePublicKey(), secret), ends.info());
        return new Window(ends, enc, context);
    }

    /** @param requestId empty for a request */
    public static byte[] seal(Window window, byte[] payload, byte[] requestId, byte[] seed, Chances chances)
            throws GeneralSecurityException {
        boolean answer = requestId.length > 0;
        byte[] header = header(window, requestId, chances);
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, new Ed25519PrivateKeyParameters(seed));
        byte[] toSign = toSign(answer, header, payload);
        signer.update(toSign, 0, toSign.length);
        String sender = answer ? window.ends.callee : window.ends.caller;
        byte[] signed = ("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>\n"
                        + "<signedMessage><Signature Id=\"MoodleSignature\" xmlns=\"http://www.w3.org/2000/09/xmldsig#\">"
                        + "<SignedInfo><SignatureMethod"
                        + " Algorithm=\"http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519\"/>"
                        + "<Reference URI=\"#XMLRPC-MSG\"><DigestMethod"
                        + " Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/><DigestValue>"
                        + HexFormat.of().formatHex(sha256(payload))
                        + "</DigestValue></Reference></SignedInfo><SignatureValue>"
                        + Text.b64(signer.generateSignature()) + "</SignatureValue></Signature><header>"
                        + Text.b64(header) + "</header><object ID=\"XMLRPC-MSG\">" + Text.b64(payload)
                        + "</object><wwwroot>" + sender + "</wwwroot><timestamp>" + chances.millis / 1000
                        + "</timestamp></signedMessage>")
                .getBytes(ISO_8859_1);
        byte[] sealed = gcm(Cipher.ENCRYPT_MODE, window, requestId, chances.salt, signed);
        byte[] data = Arrays.copyOf(chances.salt, 32 + sealed.length);
        System.arraycopy(sealed, 0, data, 32, sealed.length);
        return ("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>\n"
                        + "<encryptedMessage><EncryptedData Id=\"ED\" xmlns=\"http://www.w3.org/2001/04/xmlenc#\">"
                        + "<EncryptionMethod Algorithm=\"http://www.w3.org/2009/xmlenc11#aes256-gcm\"/>"
                        + "<CipherData><CipherValue>" + Text.b64(data)
                        + "</CipherValue></CipherData></EncryptedData>"
                        + "<EncryptedKey Id=\"EK\" xmlns=\"http://www.w3.org/2001/04/xmlenc#\"><EncryptionMethod"
                        + " Algorithm=\"urn:constellation:hpke-base-x25519-hkdf-sha256-export:1\"/>"
                        + "<CipherData><CipherValue>" + Text.b64(window.enc)
                        + "</CipherValue></CipherData></EncryptedKey><window>"
                        + (answer ? "" : Text.b64(window.ends.facts())) + "</window><wwwroot>" + sender
                        + "</wwwroot></encryptedMessage>")
                .getBytes(ISO_8859_1);
    }

    /** Opens and verifies; gives the payload and the header's fields. */
    public record Opened(byte[] payload, byte[] messageId, byte[] header) {}

    public static Opened open(Window window, byte[] body, byte[] requestId, byte[] signerKey)
            throws GeneralSecurityException {
        boolean answer = requestId.length > 0;
        byte[] data = Text.decoded(body, "CipherValue", 0);
        byte[] salt = Arrays.copyOf(data, 32);
        byte[] signed = gcm(Cipher.DECRYPT_MODE, window, requestId, salt, Arrays.copyOfRange(data, 32, data.length));
        byte[] header = Text.decoded(signed, "header", 0);
        byte[] payload = Text.decoded(signed, "object", 0);
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(signerKey));
        byte[] toSign = toSign(answer, header, payload);
        verifier.update(toSign, 0, toSign.length);
        if (!verifier.verifySignature(Text.decoded(signed, "SignatureValue", 0))) {
            throw new GeneralSecurityException("signature");
        }
        List<byte[]> fields = Text.split(header);
        byte[] messageId = fields.get(10);
        long millis = java.nio.ByteBuffer.wrap(fields.get(11)).getLong();
        long sequence = java.nio.ByteBuffer.wrap(fields.get(12)).getLong();
        byte[] expected = header(window, requestId, new Chances(messageId, salt, millis, sequence));
        String sender = answer ? window.ends.callee : window.ends.caller;
        if (!Arrays.equals(expected, header)
                || !Text.element(signed, "wwwroot", 0).equals(sender)
                || !Text.element(body, "wwwroot", 0).equals(sender)) {
            throw new GeneralSecurityException("context");
        }
        return new Opened(payload, messageId, header);
    }

    static byte[] header(Window window, byte[] requestId, Chances chances) {
        Ends ends = window.ends;
        boolean answer = requestId.length > 0;
        return Text.fields(
                "constellation:header:1",
                answer ? "answer" : "request",
                SUITE,
                ends.network,
                answer ? ends.callee : ends.caller,
                answer ? ends.caller : ends.callee,
                answer ? ends.calleeFingerprint : ends.callerFingerprint,
                answer ? ends.callerFingerprint : ends.calleeFingerprint,
                ends.recipientKeyId(),
                window.enc,
                chances.messageId,
                chances.millis,
                chances.suspensionSequence,
                requestId,
                "",
                "");
    }

    static byte[] messageKey(Window window, byte[] requestId, byte[] salt) {
        byte[] exporterContext = Text.fields(
                "constellation:message-key:1",
                requestId.length > 0 ? "answer" : "request",
                window.ends.contextHash(window.enc),
                requestId,
                salt);
        return window.context.export(exporterContext, 44);
    }

    static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] toSign(boolean answer, byte[] header, byte[] payload) {
        String prefix = answer ? "constellation:answer:1" : "constellation:request:1";
        return Text.fields(prefix.getBytes(UTF_8), header, sha256(payload));
    }

    private static byte[] gcm(int mode, Window window, byte[] requestId, byte[] salt, byte[] text)
            throws GeneralSecurityException {
        byte[] secret = messageKey(window, requestId, salt);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", "SunJCE");
        cipher.init(
                mode,
                new SecretKeySpec(secret, 0, 32, "AES"),
                new GCMParameterSpec(128, Arrays.copyOfRange(secret, 32, 44)));
        return cipher.doFinal(text);
    }

    private static HPKE hpke() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_EXPORT_ONLY);
    }
}
