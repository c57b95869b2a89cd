package network.constellation.protocol.envelope;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of the envelope grammar and the algorithm identifiers by which the suites differ. */
final class Grammar {
    /** Our own name: no registered one exists for HPKE in XML Encryption (docs/protocol/modern-suite.md 3). */
    static final String HPKE = "urn:constellation:hpke-base-x25519-hkdf-sha256-export:1";

    static final String AES_256_GCM = "http://www.w3.org/2009/xmlenc11#aes256-gcm";
    static final String ED25519 = "http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519";
    static final String SHA_256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    /** Elements whose text or algorithm matters; all others are ignored (mnet-wire.md 3.1). */
    enum Field {
        ENCRYPTED_MESSAGE("encryptedMessage"),
        SIGNED_MESSAGE("signedMessage"),
        ENCRYPTION_METHOD("EncryptionMethod"),
        SIGNATURE_METHOD("SignatureMethod"),
        CIPHER_VALUE("CipherValue"),
        DIGEST_VALUE("DigestValue"),
        SIGNATURE_VALUE("SignatureValue"),
        OBJECT("object"),
        WWWROOT("wwwroot"),
        TIMESTAMP("timestamp"),
        WINDOW("window"),
        HEADER("header"),
        OTHER("");

        private final String tag;

        Field(String tag) {
            this.tag = tag;
        }
    }

    private static final Map<String, Field> EXACT;
    private static final Map<String, Field> LOWER_CASE;

    static {
        Map<String, Field> exact = new java.util.HashMap<>();
        Map<String, Field> lower = new java.util.HashMap<>();
        for (Field field : Field.values()) {
            exact.put(field.tag, field);
            lower.put(field.tag.toLowerCase(Locale.ROOT), field);
        }
        exact.remove("");
        lower.remove("");
        EXACT = Map.copyOf(exact);
        LOWER_CASE = Map.copyOf(lower);
    }

    private Grammar() {}

    /** By qualified name: a prefix counts as part of it, case does not (mnet-wire.md 3.1). */
    static Field field(String qualifiedName) {
        @Nullable Field field = EXACT.get(qualifiedName);
        if (field == null) {
            field = LOWER_CASE.get(qualifiedName.toLowerCase(Locale.ROOT));
        }
        return field == null ? Field.OTHER : field;
    }
}
