package network.constellation.testnetwork.vectors.independent;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static network.constellation.testnetwork.vectors.independent.PlainKeys.asking;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.List;
import javax.crypto.Cipher;

/** The legacy suite, written a second time (mnet-wire.md 3 and 4). */
public final class PlainLegacy {
    private static final String SIGNED = """
            <?xml version="1.0" encoding="iso-8859-1"?>
                <signedMessage>
                    <Signature Id="MoodleSignature" xmlns="http://www.w3.org/2000/09/xmldsig#">
                        <SignedInfo>
                            <CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"/>
                            <SignatureMethod Algorithm="http://www.w3.org/2000/09/xmldsig#rsa-sha1"/>
                            <Reference URI="#XMLRPC-MSG">
                                <DigestMethod Algorithm="http://www.w3.org/2000/09/xmldsig#sha1"/>
                                <DigestValue>@DIGEST@</DigestValue>
                            </Reference>
                        </SignedInfo>
                        <SignatureValue>@SIGNATURE@</SignatureValue>
                        <KeyInfo>
                            <RetrievalMethod URI="@WWWROOT@@PAGE@"/>
                        </KeyInfo>
                    </Signature>
                    <object ID="XMLRPC-MSG">@PAYLOAD@</object>
                    <wwwroot>@WWWROOT@</wwwroot>
                    <timestamp>@TIME@</timestamp>
                </signedMessage>""";

    private static final String SEALED = """
            <?xml version="1.0" encoding="iso-8859-1"?>
                <encryptedMessage>
                    <EncryptedData Id="ED" xmlns="http://www.w3.org/2001/04/xmlenc#">
                        <EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#arcfour"/>
                        <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
                            <ds:RetrievalMethod URI="#EK" Type="http://www.w3.org/2001/04/xmlenc#EncryptedKey"/>
                            <ds:KeyName>XMLENC</ds:KeyName>
                        </ds:KeyInfo>
                        <CipherData>
                            <CipherValue>@DATA@</CipherValue>
                        </CipherData>
                    </EncryptedData>
                    <EncryptedKey Id="EK" xmlns="http://www.w3.org/2001/04/xmlenc#">
                        <EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#rsa-1_5"/>
                        <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
                            <ds:KeyName>SSLKEY</ds:KeyName>
                        </ds:KeyInfo>
                        <CipherData>
                            <CipherValue>@KEY@</CipherValue>
                        </CipherData>
                        <ReferenceList>
                            <DataReference URI="#ED"/>
                        </ReferenceList>
                        <CarriedKeyName>XMLENC</CarriedKeyName>
                    </EncryptedKey>
                    <wwwroot>@WWWROOT@</wwwroot>
                </encryptedMessage>""";

    private PlainLegacy() {}

    /** What was sealed, and with which key. */
    public record Opened(String wwwroot, byte[] sessionKey, byte[] content) {}

    /** What was signed. */
    public record Verified(byte[] payload, String wwwroot, long time) {}

    public static Opened open(byte[] body, PrivateKey key) {
        List<String> ciphers = PlainText.fields(body, "CipherValue");
        byte[] data = PlainText.bytes(ciphers.get(0));
        byte[] sessionKey = asking(() -> {
            Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            rsa.init(Cipher.DECRYPT_MODE, key);
            return rsa.doFinal(PlainText.bytes(ciphers.get(1)));
        });
        if (sessionKey.length != 16) {
            throw new RefusedByPlain("a session key of " + sessionKey.length + " bytes");
        }
        return new Opened(PlainText.field(body, "wwwroot"), sessionKey, rc4(sessionKey, data));
    }

    public static Verified verify(byte[] signed, PublicKey key) {
        byte[] payload = PlainText.decoded(signed, "object");
        boolean holds = asking(() -> {
            Signature signature = Signature.getInstance("SHA1withRSA");
            signature.initVerify(key);
            signature.update(payload);
            return signature.verify(PlainText.decoded(signed, "SignatureValue"));
        });
        String digest = PlainKeys.hex(PlainKeys.hash("SHA-1", payload));
        if (!holds || !digest.equals(PlainText.field(signed, "DigestValue"))) {
            throw new RefusedByPlain(holds ? "another digest" : "a bad signature");
        }
        return new Verified(
                payload, PlainText.field(signed, "wwwroot"), Long.parseLong(PlainText.field(signed, "timestamp")));
    }

    public static byte[] signed(byte[] payload, String wwwroot, String keyPage, long time, PrivateKey key) {
        byte[] signature = asking(() -> {
            Signature rsa = Signature.getInstance("SHA1withRSA");
            rsa.initSign(key);
            rsa.update(payload);
            return rsa.sign();
        });
        return SIGNED.replace("@DIGEST@", PlainKeys.hex(PlainKeys.hash("SHA-1", payload)))
                .replace("@SIGNATURE@", PlainText.base64(signature))
                .replace("@WWWROOT@", wwwroot)
                .replace("@PAGE@", keyPage)
                .replace("@TIME@", Long.toString(time))
                .replace("@PAYLOAD@", PlainText.base64(payload))
                .getBytes(US_ASCII);
    }

    /** @param padding of the wrapped key; any bytes that are not zero */
    public static byte[] sealed(
            byte[] content, String wwwroot, byte[] sessionKey, RSAPrivateCrtKey recipient, byte[] padding) {
        return SEALED.replace("@DATA@", PlainText.base64(rc4(sessionKey, content)))
                .replace("@KEY@", PlainText.base64(PlainKeys.wrap(recipient, sessionKey, padding)))
                .replace("@WWWROOT@", wwwroot)
                .getBytes(US_ASCII);
    }

    public static byte[] rc4(byte[] key, byte[] data) {
        int[] state = new int[256];
        for (int i = 0; i < 256; i++) {
            state[i] = i;
        }
        for (int i = 0, j = 0; i < 256; i++) {
            j = j + state[i] + (key[i % key.length] & 0xFF) & 0xFF;
            swap(state, i, j);
        }
        byte[] out = new byte[data.length];
        for (int n = 0, i = 0, j = 0; n < data.length; n++) {
            i = i + 1 & 0xFF;
            j = j + state[i] & 0xFF;
            swap(state, i, j);
            out[n] = (byte) (data[n] ^ state[state[i] + state[j] & 0xFF]);
        }
        return out;
    }

    private static void swap(int[] state, int i, int j) {
        int held = state[i];
        state[i] = state[j];
        state[j] = held;
    }
}
