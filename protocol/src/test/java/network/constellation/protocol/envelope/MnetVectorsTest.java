package network.constellation.protocol.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.protocol.vectors.SharedVectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every good message of the manifest opens, verifies, and is rebuilt byte for byte (mnet-wire.md 13). */
class MnetVectorsTest {
    private final Wire wire = new Wire();

    @TestFactory
    Stream<DynamicTest> every_good_message() {
        SharedVectors vectors = SharedVectors.required();
        JsonNode manifest = vectors.manifest();
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode vector : manifest.get("vectors")) {
            if (!vector.get("kind").asText().equals("positive")) {
                continue;
            }
            String name = vector.get("name").asText();
            for (String side : List.of("request", "response")) {
                JsonNode files = vector.get("files");
                if (files.has(side + "_encrypted")) {
                    tests.add(dynamicTest(name + " " + side, () -> opensAndRebuilds(vectors, manifest, vector, side)));
                } else if (files.has(side + "_signed")) {
                    tests.add(dynamicTest(
                            name + " " + side + " signed only", () -> verifiesSigned(vectors, manifest, vector, side)));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(150);
        return tests.stream();
    }

    private void opensAndRebuilds(SharedVectors vectors, JsonNode manifest, JsonNode vector, String side) {
        JsonNode facts = vector.get(side);
        Peer signer = peer(vectors, manifest, facts.get("signer").asText());
        Peer recipient = peer(vectors, manifest, facts.get("encrypted_to").asText());
        byte[] body = file(vectors, vector, side + "_encrypted");

        SealedEnvelope envelope = ((Shape.Sealed) wire.reader.read(body)).envelope();
        assertThat(envelope.wwwroot()).isEqualTo(signer.wwwroot.value());
        LegacyEnvelope.Opened opened = wire.legacy.open(envelope, List.of(recipient.key), () -> {});
        if (vector.get("files").has(side + "_signed")) {
            assertThat(opened.content()).isEqualTo(file(vectors, vector, side + "_signed"));
        }
        if (!facts.path("signed").asBoolean(true)) {
            return;
        }
        SignedPart part = ((Shape.Signed) opened.inside()).part();
        wire.legacy.verify(part, signer.certificate.publicKey(), envelope.wwwroot());
        if (vector.get("files").has(side + "_plain")) {
            assertThat(part.payload()).isEqualTo(file(vectors, vector, side + "_plain"));
        }
        byte[] resealed = wire.legacy.seal(opened.content(), signer.wwwroot, recipient.certificate.publicKey());
        if (!vector.get("name").asText().contains("fork")) {
            rebuilds(opened.content(), part, signer);
            assertThat(withoutCiphers(resealed)).isEqualTo(withoutCiphers(body));
        }
        SealedEnvelope again = ((Shape.Sealed) wire.reader.read(resealed)).envelope();
        assertThat(wire.legacy.open(again, List.of(recipient.key), () -> {}).content())
                .isEqualTo(opened.content());
    }

    private void verifiesSigned(SharedVectors vectors, JsonNode manifest, JsonNode vector, String side) {
        Peer signer = peer(vectors, manifest, side.equals("request") ? "peer-a" : "peer-b");
        byte[] body = file(vectors, vector, side + "_signed");
        SignedPart part = ((Shape.Signed) wire.reader.read(body)).part();
        wire.legacy.verify(part, signer.certificate.publicKey(), part.wwwroot());
        rebuilds(body, part, signer);
    }

    private void rebuilds(byte[] signed, SignedPart part, Peer signer) {
        String text = new String(signed, UTF_8);
        String page = text.contains(LegacyEnvelope.MAHARA_KEY_PAGE)
                ? LegacyEnvelope.MAHARA_KEY_PAGE
                : LegacyEnvelope.MOODLE_KEY_PAGE;
        Instant timestamp = Instant.ofEpochSecond(part.seconds().orElseThrow());
        assertThat(new String(wire.legacy.sign(part.payload(), signer.wwwroot, timestamp, signer.key, page), UTF_8))
                .isEqualTo(text);
    }

    /** The frame of an envelope: ciphertexts are random, and Mahara adds a line of its own. */
    private static String withoutCiphers(byte[] body) {
        return new String(body, UTF_8)
                .replaceAll("<CipherValue>[^<]*</CipherValue>", "<CipherValue/>")
                .replace("        <X1>nothing</X1>\n", "");
    }

    private static byte[] file(SharedVectors vectors, JsonNode vector, String key) {
        return SharedVectors.read(vectors.mnet(vector.get("files").get(key).asText()));
    }

    static Peer peer(SharedVectors vectors, JsonNode manifest, String name) {
        JsonNode peer = manifest.get("peers").get(name.replace("peer-", ""));
        Path key = vectors.mnet(peer.get("private_key").asText());
        return new Peer(
                Wwwroot.of(peer.get("wwwroot").asText()),
                Wire.privateKey(key),
                Wire.certificate(vectors.mnet(peer.get("certificate").asText())));
    }

    record Peer(Wwwroot wwwroot, RsaPrivateKey key, SiteCertificate certificate) {}
}
