package network.constellation.testnetwork.vectors;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.testing.TestingKeys;
import network.constellation.protocol.envelope.EnvelopeException;
import network.constellation.protocol.envelope.Layers;
import network.constellation.protocol.envelope.LegacyEnvelope;
import network.constellation.protocol.envelope.Shape;
import network.constellation.protocol.envelope.SignedPart;
import network.constellation.testnetwork.vectors.independent.PlainKeys;
import network.constellation.testnetwork.vectors.independent.PlainLegacy;
import org.junit.jupiter.api.Test;

/** The legacy suite between the product and the second implementation, and the liberties that senders take. */
class LegacyCrossTest {
    private static final Wwwroot A = Wwwroot.of("https://a.example.org");
    private static final byte[] CALL = "<methodCall>Zażółć</methodCall>".getBytes(UTF_8);
    private static final long TIME = 1_795_243_464;

    private final SecureRandom random = new SecureRandom();
    private final Wire wire = new Wire();
    private final RSAPrivateCrtKey sender;
    private final RSAPrivateCrtKey recipient;

    LegacyCrossTest() {
        TestingKeys keys = new TestingKeys(wire.engine);
        sender = plain(keys.rsa().pkcs8());
        recipient = plain(keys.rsa().pkcs8());
    }

    @Test
    void the_second_implementation_opens_what_the_product_seals() {
        byte[] body = wire.legacy.wrap(
                CALL,
                Layers.BOTH,
                A,
                Instant.ofEpochSecond(TIME),
                Wire.product(sender),
                LegacyEnvelope.MOODLE_KEY_PAGE,
                Wire.product(recipient).publicKey());
        PlainLegacy.Opened opened = PlainLegacy.open(body, recipient);
        PlainLegacy.Verified verified = PlainLegacy.verify(opened.content(), PlainKeys.rsaPublic(sender));
        assertThat(opened.wwwroot()).isEqualTo(A.value());
        assertThat(verified.wwwroot()).isEqualTo(A.value());
        assertThat(verified.time()).isEqualTo(TIME);
        assertThat(verified.payload()).isEqualTo(CALL);
    }

    @Test
    void the_product_opens_what_the_second_implementation_seals() {
        assertThat(productOpens(body(signed())).payload()).isEqualTo(CALL);
    }

    @Test
    void layout_and_names_do_not_matter() {
        Map<String, String> liberties = Map.of(
                "\n", "\r\n",
                "    ", "\t",
                "http://www.w3.org", "https://www.w3.org",
                "CipherValue>", "cIPHERvALUE>",
                "</encryptedMessage>", "<X1>nothing</X1></encryptedMessage>",
                "encoding=\"iso-8859-1\"", "encoding=\"utf-8\" ");
        String body = new String(body(signed()), US_ASCII);
        for (Map.Entry<String, String> liberty : liberties.entrySet()) {
            String changed = body.replace(liberty.getKey(), liberty.getValue());
            assertThat(changed).isNotEqualTo(body);
            assertThat(productOpens(changed.getBytes(US_ASCII)).payload())
                    .as(liberty.getValue())
                    .isEqualTo(CALL);
        }
        String wrapped = body.replaceAll("([A-Za-z0-9+/=]{64})(?=[A-Za-z0-9+/=])", "$1\r\n");
        assertThat(wrapped).isNotEqualTo(body);
        assertThat(productOpens(wrapped.getBytes(US_ASCII)).payload()).isEqualTo(CALL);
    }

    @Test
    void swapped_ciphertexts_do_not_open() {
        String body = new String(body(signed()), US_ASCII);
        String[] parts = body.split("(?<=<CipherValue>)|(?=</CipherValue>)");
        String swapped = parts[0] + parts[3] + parts[2] + parts[1] + parts[4];
        assertRefused("cannot-decrypt", swapped.getBytes(US_ASCII));
    }

    @Test
    void a_wrapped_key_of_another_length_does_not_open() {
        byte[] body = PlainLegacy.sealed(signed(), A.value(), bytes(24), recipient, new byte[] {7});
        assertRefused("cannot-decrypt", body);
    }

    @Test
    void a_changed_name_or_payload_is_refused() {
        String signed = new String(signed(), US_ASCII);
        assertRefused(
                "wwwroot-mismatch",
                body(signed.replace("<wwwroot>" + A, "<wwwroot>https://c.example.org")
                        .getBytes(US_ASCII)));
        assertRefused(
                "bad-signature",
                body(signed.replace(
                                "\"XMLRPC-MSG\">" + signed.substring(objectAt(signed), objectAt(signed) + 4),
                                "\"XMLRPC-MSG\">AAAA")
                        .getBytes(US_ASCII)));
        assertRefused(
                "digest-mismatch",
                body(signed.replaceAll("<DigestValue>.", "<DigestValue>g").getBytes(US_ASCII)));
        assertRefused(
                "unsigned",
                body(signed.replaceAll("<SignatureValue>[^<]*", "<SignatureValue>")
                        .getBytes(US_ASCII)));
    }

    private static int objectAt(String signed) {
        return signed.indexOf("\"XMLRPC-MSG\">") + "\"XMLRPC-MSG\">".length();
    }

    private byte[] signed() {
        return PlainLegacy.signed(CALL, A.value(), LegacyEnvelope.MOODLE_KEY_PAGE, TIME, sender);
    }

    private byte[] body(byte[] content) {
        return PlainLegacy.sealed(content, A.value(), bytes(16), recipient, bytes(200));
    }

    private SignedPart productOpens(byte[] body) {
        Shape.Sealed sealed = (Shape.Sealed) wire.reader.read(body);
        LegacyEnvelope.Opened opened = wire.legacy.open(sealed.envelope(), List.of(Wire.product(recipient)), () -> {});
        SignedPart part = ((Shape.Signed) opened.inside()).part();
        wire.legacy.verify(
                part, Wire.product(sender).publicKey(), sealed.envelope().wwwroot());
        return part;
    }

    private void assertRefused(String reason, byte[] body) {
        assertThatThrownBy(() -> productOpens(body))
                .isInstanceOf(EnvelopeException.class)
                .extracting(refused -> ((EnvelopeException) refused).reason())
                .isEqualTo(reason);
    }

    private static RSAPrivateCrtKey plain(byte[] pkcs8) {
        return PlainKeys.rsaPrivate(Base64.getEncoder().encodeToString(pkcs8));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
