package network.constellation.testnetwork.vectors;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.List;
import java.util.stream.Stream;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.envelope.LegacyEnvelope;
import network.constellation.protocol.envelope.Shape;
import network.constellation.testnetwork.vectors.VectorManifest.Message;
import network.constellation.testnetwork.vectors.VectorManifest.Site;
import network.constellation.testnetwork.vectors.independent.PlainKeys;
import network.constellation.testnetwork.vectors.independent.PlainLegacy;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each sealed message of real software, opened by the second implementation and by the product to the same bytes, and
 * sealed again by the product for the second implementation to open.
 */
class GenuineMessagesTest {
    private final Wire wire = new Wire();

    @TestFactory
    Stream<DynamicTest> of_the_manifest() {
        List<Message> messages = VectorManifest.required().sealedMessages();
        assertThat(messages).hasSizeGreaterThan(150);
        return messages.stream().map(message -> dynamicTest(message.name(), () -> opensTheSame(message)));
    }

    @TestFactory
    Stream<DynamicTest> of_the_live_sites() {
        List<Message> messages = VectorManifest.required().liveMessages();
        assertThat(messages).hasSizeGreaterThan(50);
        return messages.stream().map(message -> dynamicTest(message.name(), () -> opensTheSame(message)));
    }

    private void opensTheSame(Message message) {
        byte[] body = VectorManifest.read(message.body());
        Site recipient = message.recipient().orElseThrow();
        RSAPrivateCrtKey key = PlainKeys.rsaPrivate(recipient.privatePem());

        PlainLegacy.Opened plain = PlainLegacy.open(body, key);
        message.signed().ifPresent(signed -> assertThat(plain.content()).isEqualTo(VectorManifest.read(signed)));
        message.sessionKeyHex()
                .ifPresent(hex -> assertThat(PlainKeys.hex(plain.sessionKey())).isEqualTo(hex));
        assertThat(product(body, key).content()).isEqualTo(plain.content());
        if (message.signer().isPresent() && isSigned(plain.content())) {
            signsTheSame(message, plain.content(), message.signer().get());
        }
        sealsForTheOther(plain.content(), plain.wwwroot(), key);
    }

    private void signsTheSame(Message message, byte[] content, Site signer) {
        PublicKey verifying = PlainKeys.ofCertificate(signer.certificatePem());
        PlainLegacy.Verified verified = PlainLegacy.verify(content, verifying);
        message.payload().ifPresent(payload -> assertThat(verified.payload()).isEqualTo(VectorManifest.read(payload)));
        String text = new String(content, US_ASCII);
        if (!text.contains("https://www.w3.org")) {
            String page = text.contains(LegacyEnvelope.MAHARA_KEY_PAGE)
                    ? LegacyEnvelope.MAHARA_KEY_PAGE
                    : LegacyEnvelope.MOODLE_KEY_PAGE;
            RSAPrivateCrtKey signing = PlainKeys.rsaPrivate(signer.privatePem());
            assertThat(PlainLegacy.signed(verified.payload(), verified.wwwroot(), page, verified.time(), signing))
                    .as("the envelope that the second implementation builds")
                    .isEqualTo(content);
        }
    }

    private void sealsForTheOther(byte[] content, String wwwroot, RSAPrivateCrtKey key) {
        byte[] sealed =
                wire.legacy.seal(content, Wwwroot.of(wwwroot), Wire.product(key).publicKey());
        assertThat(PlainLegacy.open(sealed, key).content()).isEqualTo(content);
    }

    private LegacyEnvelope.Opened product(byte[] body, RSAPrivateCrtKey key) {
        Shape.Sealed sealed = (Shape.Sealed) wire.reader.read(body);
        return wire.legacy.open(sealed.envelope(), List.of(Wire.product(key)), () -> {});
    }

    private static boolean isSigned(byte[] content) {
        return new String(content, US_ASCII).contains("<signedMessage>");
    }
}
