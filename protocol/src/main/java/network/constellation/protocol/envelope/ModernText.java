package network.constellation.protocol.envelope;

import java.util.HexFormat;
import java.util.List;
import network.constellation.protocol.envelope.LegacyText.Bytes;

/** The text of modern envelopes: the grammar of the legacy ones with other algorithms (modern-suite.md 3). */
final class ModernText {
    private static final String SIGNED_TO_DIGEST = "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>\n"
            + "<signedMessage><Signature Id=\"MoodleSignature\" xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><SignedInfo>"
            + "<SignatureMethod Algorithm=\"" + Grammar.ED25519 + "\"/><Reference URI=\"#XMLRPC-MSG\">"
            + "<DigestMethod Algorithm=\"" + Grammar.SHA_256 + "\"/><DigestValue>";
    private static final String DIGEST_TO_SIGNATURE = "</DigestValue></Reference></SignedInfo><SignatureValue>";
    private static final String SIGNATURE_TO_HEADER = "</SignatureValue></Signature><header>";
    private static final String HEADER_TO_PAYLOAD = "</header><object ID=\"XMLRPC-MSG\">";
    private static final String PAYLOAD_TO_WWWROOT = "</object><wwwroot>";
    private static final String WWWROOT_TO_TIMESTAMP = "</wwwroot><timestamp>";
    private static final String SIGNED_END = "</timestamp></signedMessage>";

    private static final String SEALED_TO_DATA = "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>\n"
            + "<encryptedMessage><EncryptedData Id=\"ED\" xmlns=\"http://www.w3.org/2001/04/xmlenc#\">"
            + "<EncryptionMethod Algorithm=\"" + Grammar.AES_256_GCM + "\"/><CipherData><CipherValue>";
    private static final String DATA_TO_KEY = "</CipherValue></CipherData></EncryptedData>"
            + "<EncryptedKey Id=\"EK\" xmlns=\"http://www.w3.org/2001/04/xmlenc#\">"
            + "<EncryptionMethod Algorithm=\"" + Grammar.HPKE + "\"/><CipherData><CipherValue>";
    private static final String KEY_TO_WINDOW = "</CipherValue></CipherData></EncryptedKey><window>";
    private static final String WINDOW_TO_WWWROOT = "</window><wwwroot>";
    private static final String SEALED_END = "</wwwroot></encryptedMessage>";

    /** What stands around the values, in this order: data, encapsulated key, facts of the window, wwwroot. */
    static final List<String> SEALED =
            List.of(SEALED_TO_DATA, DATA_TO_KEY, KEY_TO_WINDOW, WINDOW_TO_WWWROOT, SEALED_END);

    /** The same of: digest, signature, header, payload, wwwroot, timestamp. */
    static final List<String> SIGNED = List.of(
            SIGNED_TO_DIGEST,
            DIGEST_TO_SIGNATURE,
            SIGNATURE_TO_HEADER,
            HEADER_TO_PAYLOAD,
            PAYLOAD_TO_WWWROOT,
            WWWROOT_TO_TIMESTAMP,
            SIGNED_END);

    private ModernText() {}

    static byte[] signed(
            byte[] payload, byte[] digest, byte[] signature, byte[] header, String wwwroot, long unixSeconds) {
        String hex = HexFormat.of().formatHex(digest);
        String seconds = Long.toString(unixSeconds);
        int values = hex.length() + wwwroot.length() + seconds.length();
        return new Bytes(length(SIGNED) + values + encoded(signature) + encoded(header) + encoded(payload))
                .ascii(SIGNED_TO_DIGEST)
                .ascii(hex)
                .ascii(DIGEST_TO_SIGNATURE)
                .base64(signature)
                .ascii(SIGNATURE_TO_HEADER)
                .base64(header)
                .ascii(HEADER_TO_PAYLOAD)
                .base64(payload)
                .ascii(PAYLOAD_TO_WWWROOT)
                .ascii(wwwroot)
                .ascii(WWWROOT_TO_TIMESTAMP)
                .ascii(seconds)
                .ascii(SIGNED_END)
                .toArray();
    }

    /** @param facts empty in answers, whose window is the one of the request */
    static byte[] sealed(byte[] data, byte[] encapsulated, byte[] facts, String wwwroot) {
        int values = encoded(data) + encoded(encapsulated) + encoded(facts) + wwwroot.length();
        return new Bytes(length(SEALED) + values)
                .ascii(SEALED_TO_DATA)
                .base64(data)
                .ascii(DATA_TO_KEY)
                .base64(encapsulated)
                .ascii(KEY_TO_WINDOW)
                .base64(facts)
                .ascii(WINDOW_TO_WWWROOT)
                .ascii(wwwroot)
                .ascii(SEALED_END)
                .toArray();
    }

    private static int length(List<String> literals) {
        int length = 0;
        for (String literal : literals) {
            length += literal.length();
        }
        return length;
    }

    /** Bytes of its base64 text. */
    private static int encoded(byte[] value) {
        return (value.length + 2) / 3 * 4;
    }
}
