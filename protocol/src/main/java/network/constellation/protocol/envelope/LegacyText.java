package network.constellation.protocol.envelope;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;

/**
 * The exact bytes of the legacy envelopes (mnet-wire.md 3 and 4). Clients look for {@code <signedMessage>} within the
 * first 100 bytes and not at offset 0, so declaration and tag are written precisely so.
 */
final class LegacyText {
    private static final String SIGNED_TO_DIGEST = """
            <?xml version="1.0" encoding="iso-8859-1"?>
                <signedMessage>
                    <Signature Id="MoodleSignature" xmlns="http://www.w3.org/2000/09/xmldsig#">
                        <SignedInfo>
                            <CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"/>
                            <SignatureMethod Algorithm="http://www.w3.org/2000/09/xmldsig#rsa-sha1"/>
                            <Reference URI="#XMLRPC-MSG">
                                <DigestMethod Algorithm="http://www.w3.org/2000/09/xmldsig#sha1"/>
                                <DigestValue>""";
    private static final String DIGEST_TO_SIGNATURE = """
            </DigestValue>
                            </Reference>
                        </SignedInfo>
                        <SignatureValue>""";
    private static final String SIGNATURE_TO_KEY_PAGE = """
            </SignatureValue>
                        <KeyInfo>
                            <RetrievalMethod URI=\"""";
    private static final String KEY_PAGE_TO_PAYLOAD = """
            "/>
                        </KeyInfo>
                    </Signature>
                    <object ID="XMLRPC-MSG">""";
    private static final String PAYLOAD_TO_WWWROOT = """
            </object>
                    <wwwroot>""";
    private static final String WWWROOT_TO_TIMESTAMP = """
            </wwwroot>
                    <timestamp>""";
    private static final String SIGNED_END = """
            </timestamp>
                </signedMessage>""";

    private static final String SEALED_TO_DATA = """
            <?xml version="1.0" encoding="iso-8859-1"?>
                <encryptedMessage>
                    <EncryptedData Id="ED" xmlns="http://www.w3.org/2001/04/xmlenc#">
                        <EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#arcfour"/>
                        <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
                            <ds:RetrievalMethod URI="#EK" Type="http://www.w3.org/2001/04/xmlenc#EncryptedKey"/>
                            <ds:KeyName>XMLENC</ds:KeyName>
                        </ds:KeyInfo>
                        <CipherData>
                            <CipherValue>""";
    private static final String DATA_TO_KEY = """
            </CipherValue>
                        </CipherData>
                    </EncryptedData>
                    <EncryptedKey Id="EK" xmlns="http://www.w3.org/2001/04/xmlenc#">
                        <EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#rsa-1_5"/>
                        <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
                            <ds:KeyName>SSLKEY</ds:KeyName>
                        </ds:KeyInfo>
                        <CipherData>
                            <CipherValue>""";
    private static final String KEY_TO_WWWROOT = """
            </CipherValue>
                        </CipherData>
                        <ReferenceList>
                            <DataReference URI="#ED"/>
                        </ReferenceList>
                        <CarriedKeyName>XMLENC</CarriedKeyName>
                    </EncryptedKey>
                    <wwwroot>""";
    private static final String SEALED_END = """
            </wwwroot>
                </encryptedMessage>""";

    private LegacyText() {}

    /** @param timestamp as text, so that an envelope can be rebuilt exactly */
    static byte[] signed(
            byte[] payload, String digest, byte[] signature, String wwwroot, String keyPage, String timestamp) {
        return new Bytes(payload.length * 4 / 3 + 2_048)
                .ascii(SIGNED_TO_DIGEST)
                .ascii(digest)
                .ascii(DIGEST_TO_SIGNATURE)
                .base64(signature)
                .ascii(SIGNATURE_TO_KEY_PAGE)
                .ascii(wwwroot)
                .ascii(keyPage)
                .ascii(KEY_PAGE_TO_PAYLOAD)
                .base64(payload)
                .ascii(PAYLOAD_TO_WWWROOT)
                .ascii(wwwroot)
                .ascii(WWWROOT_TO_TIMESTAMP)
                .ascii(timestamp)
                .ascii(SIGNED_END)
                .toArray();
    }

    static byte[] sealed(byte[] ciphertext, byte[] wrappedKey, String wwwroot) {
        return new Bytes(ciphertext.length * 4 / 3 + 2_048)
                .ascii(SEALED_TO_DATA)
                .base64(ciphertext)
                .ascii(DATA_TO_KEY)
                .base64(wrappedKey)
                .ascii(KEY_TO_WWWROOT)
                .ascii(wwwroot)
                .ascii(SEALED_END)
                .toArray();
    }

    /** Assembles bytes with at most one growth; not thread-safe. */
    static final class Bytes {
        private byte[] bytes;
        private int length;

        Bytes(int expected) {
            bytes = new byte[expected];
        }

        @SuppressWarnings("deprecation") // ASCII by construction: the old method copies without an encoder
        Bytes ascii(String text) {
            room(text.length());
            text.getBytes(0, text.length(), bytes, length);
            length += text.length();
            return this;
        }

        Bytes base64(byte[] content) {
            byte[] encoded = Base64.getEncoder().encode(content);
            room(encoded.length);
            System.arraycopy(encoded, 0, bytes, length, encoded.length);
            length += encoded.length;
            return this;
        }

        byte[] toArray() {
            return length == bytes.length ? bytes : java.util.Arrays.copyOf(bytes, length);
        }

        @Override
        public String toString() {
            return new String(bytes, 0, length, ISO_8859_1);
        }

        private void room(int more) {
            if (bytes.length - length < more) {
                bytes = java.util.Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
            }
        }
    }
}
