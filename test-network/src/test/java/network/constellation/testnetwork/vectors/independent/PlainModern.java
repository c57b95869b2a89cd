package network.constellation.testnetwork.vectors.independent;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static network.constellation.testnetwork.vectors.independent.PlainKeys.asking;
import static network.constellation.testnetwork.vectors.independent.PlainKeys.hash;
import static network.constellation.testnetwork.vectors.independent.PlainKeys.hex;
import static network.constellation.testnetwork.vectors.independent.PlainKeys.joined;

import java.nio.ByteBuffer;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The modern suite, written a second time (docs/protocol/modern-suite.md). */
public final class PlainModern {
    public static final String REQUEST = "request";
    public static final String ANSWER = "answer";

    private static final String SUITE = "hpke-base-x25519-hkdf-sha256-export+aes-256-gcm+ed25519";

    private static final String SIGNED = "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>\n<signedMessage>"
            + "<Signature Id=\"MoodleSignature\" xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><SignedInfo>"
            + "<SignatureMethod Algorithm=\"http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519\"/>"
            + "<Reference URI=\"#XMLRPC-MSG\"><DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/>"
            + "<DigestValue>@DIGEST@</DigestValue></Reference></SignedInfo>"
            + "<SignatureValue>@SIGNATURE@</SignatureValue></Signature><header>@HEADER@</header>"
            + "<object ID=\"XMLRPC-MSG\">@PAYLOAD@</object><wwwroot>@WWWROOT@</wwwroot>"
            + "<timestamp>@TIME@</timestamp></signedMessage>";

    private static final String SEALED = "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>\n<encryptedMessage>"
            + "<EncryptedData Id=\"ED\" xmlns=\"http://www.w3.org/2001/04/xmlenc#\">"
            + "<EncryptionMethod Algorithm=\"http://www.w3.org/2009/xmlenc11#aes256-gcm\"/>"
            + "<CipherData><CipherValue>@DATA@</CipherValue></CipherData></EncryptedData>"
            + "<EncryptedKey Id=\"EK\" xmlns=\"http://www.w3.org/2001/04/xmlenc#\">"
            + "<EncryptionMethod Algorithm=\"urn:constellation:hpke-base-x25519-hkdf-sha256-export:1\"/>"
            + "<CipherData><CipherValue>@KEY@</CipherValue></CipherData></EncryptedKey>"
            + "<window>@WINDOW@</window><wwwroot>@WWWROOT@</wwwroot></encryptedMessage>";

    private PlainModern() {}

    /**
     * What both ends of a window know.
     *
     * @param recipientKey raw public X25519 key of the callee
     */
    public record Facts(
            String network,
            String caller,
            String callee,
            byte[] callerFingerprint,
            byte[] calleeFingerprint,
            byte[] recipientKey) {

        byte[] info() {
            return PlainFields.of(
                    "constellation:modern:1",
                    SUITE,
                    network,
                    caller,
                    callee,
                    callerFingerprint,
                    calleeFingerprint,
                    hash("SHA-256", recipientKey));
        }

        byte[] encoded() {
            return PlainFields.of(
                    "constellation:window:1",
                    network,
                    callerFingerprint,
                    calleeFingerprint,
                    hash("SHA-256", recipientKey));
        }
    }

    /** A window and its secret. */
    public record Window(Facts facts, byte[] encapsulated, byte[] exporterSecret) {
        public static Window ofCaller(Facts facts, byte[] ephemeral) {
            byte[] encapsulated = PlainKeys.x25519Public(ephemeral);
            byte[] agreed = PlainKeys.agree(ephemeral, facts.recipientKey);
            return new Window(
                    facts,
                    encapsulated,
                    PlainHpke.exporterSecret(agreed, encapsulated, facts.recipientKey, facts.info()));
        }

        public static Window ofCallee(Facts facts, byte[] encapsulated, byte[] recipientPrivate) {
            byte[] agreed = PlainKeys.agree(recipientPrivate, encapsulated);
            return new Window(
                    facts,
                    encapsulated,
                    PlainHpke.exporterSecret(agreed, encapsulated, facts.recipientKey, facts.info()));
        }

        byte[] hash() {
            return PlainKeys.hash("SHA-256", PlainFields.of("constellation:context:1", facts.info(), encapsulated));
        }

        /** Key and nonce of one message. */
        byte[] messageKey(String direction, byte[] requestId, byte[] salt) {
            byte[] context = PlainFields.of("constellation:message-key:1", direction, hash(), requestId, salt);
            return PlainHpke.export(exporterSecret, context, 44);
        }
    }

    /** @param requestId empty in a request */
    public record Header(
            byte[] messageId, long millis, long suspensions, byte[] requestId, byte[] newKey, byte[] newFingerprint) {
        private byte[] encoded(Window window, String direction) {
            Facts facts = window.facts;
            boolean request = direction.equals(REQUEST);
            return PlainFields.of(
                    "constellation:header:1",
                    direction,
                    SUITE,
                    facts.network,
                    request ? facts.caller : facts.callee,
                    request ? facts.callee : facts.caller,
                    request ? facts.callerFingerprint : facts.calleeFingerprint,
                    request ? facts.calleeFingerprint : facts.callerFingerprint,
                    hash("SHA-256", facts.recipientKey),
                    window.encapsulated,
                    messageId,
                    millis,
                    suspensions,
                    requestId,
                    newKey,
                    newFingerprint);
        }
    }

    /** A message that held. */
    public record Opened(byte[] payload, Header header) {}

    public static byte[] encapsulated(byte[] body) {
        return PlainText.bytes(PlainText.fields(body, "CipherValue").get(1));
    }

    public static byte[] facts(byte[] body) {
        return PlainText.decoded(body, "window");
    }

    /** The signed part. Window and direction as they shall be signed, which a forger may choose. */
    public static byte[] signed(byte[] payload, Window window, String direction, Header header, PrivateKey key) {
        byte[] encoded = header.encoded(window, direction);
        byte[] digest = hash("SHA-256", payload);
        byte[] signature = asking(() -> {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(PlainFields.of("constellation:" + direction + ":1", encoded, digest));
            return ed25519.sign();
        });
        Facts facts = window.facts;
        return SIGNED.replace("@DIGEST@", hex(digest))
                .replace("@SIGNATURE@", PlainText.base64(signature))
                .replace("@HEADER@", PlainText.base64(encoded))
                .replace("@WWWROOT@", direction.equals(REQUEST) ? facts.caller : facts.callee)
                .replace("@TIME@", Long.toString(Math.floorDiv(header.millis, 1000)))
                .replace("@PAYLOAD@", PlainText.base64(payload))
                .getBytes(US_ASCII);
    }

    /** @param requestId of the request that is answered; empty for a request */
    public static byte[] sealed(byte[] content, Window window, String direction, byte[] requestId, byte[] salt) {
        byte[] data = joined(salt, gcm(Cipher.ENCRYPT_MODE, window.messageKey(direction, requestId, salt), content));
        boolean request = direction.equals(REQUEST);
        return SEALED.replace("@DATA@", PlainText.base64(data))
                .replace("@KEY@", PlainText.base64(window.encapsulated))
                .replace("@WINDOW@", request ? PlainText.base64(window.facts.encoded()) : "")
                .replace("@WWWROOT@", request ? window.facts.caller : window.facts.callee)
                .getBytes(US_ASCII);
    }

    public static Opened open(byte[] body, Window window, String direction, byte[] requestId, PublicKey signer) {
        byte[] data = PlainText.bytes(PlainText.fields(body, "CipherValue").get(0));
        byte[] salt = Arrays.copyOf(data, 32);
        byte[] content = gcm(
                Cipher.DECRYPT_MODE,
                window.messageKey(direction, requestId, salt),
                Arrays.copyOfRange(data, 32, data.length));
        byte[] payload = PlainText.decoded(content, "object");
        byte[] encoded = PlainText.decoded(content, "header");
        byte[] digest = hash("SHA-256", payload);
        boolean holds = asking(() -> {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(signer);
            ed25519.update(PlainFields.of("constellation:" + direction + ":1", encoded, digest));
            return ed25519.verify(PlainText.decoded(content, "SignatureValue"));
        });
        Header header = header(encoded);
        if (!holds
                || !hex(digest).equals(PlainText.field(content, "DigestValue"))
                || !Arrays.equals(encoded, header.encoded(window, direction))
                || !Arrays.equals(requestId, header.requestId)) {
            throw new RefusedByPlain(holds ? "a header of another context, or another digest" : "a bad signature");
        }
        return new Opened(payload, header);
    }

    private static Header header(byte[] encoded) {
        List<byte[]> fields = PlainFields.read(encoded);
        if (fields.size() != 16 || !"constellation:header:1".equals(new String(fields.get(0), UTF_8))) {
            throw new RefusedByPlain("a header of " + fields.size() + " fields");
        }
        return new Header(
                fields.get(10),
                ByteBuffer.wrap(fields.get(11)).getLong(),
                ByteBuffer.wrap(fields.get(12)).getLong(),
                fields.get(13),
                fields.get(14),
                fields.get(15));
    }

    private static byte[] gcm(int mode, byte[] secret, byte[] input) {
        return asking(() -> {
            Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
            aes.init(mode, new SecretKeySpec(secret, 0, 32, "AES"), new GCMParameterSpec(128, secret, 32, 12));
            return aes.doFinal(input);
        });
    }
}
