package network.constellation.protocol.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import network.constellation.protocol.vectors.SharedVectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What two genuine sites said to each other opens and verifies with the keys that the index names. */
class LiveTrafficTest {
    private final Wire wire = new Wire();

    @TestFactory
    Stream<DynamicTest> every_exchange() {
        SharedVectors vectors = SharedVectors.required();
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode exchange : vectors.liveIndex().get("exchanges")) {
            for (String side : List.of("request", "response")) {
                if (exchange.path(side).path("encrypted").asBoolean()) {
                    String folder = exchange.get("folder").asText();
                    tests.add(dynamicTest(folder + " " + side, () -> opens(vectors, folder, side, exchange.get(side))));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(60);
        return tests.stream();
    }

    private void opens(SharedVectors vectors, String folder, String side, JsonNode facts) {
        byte[] body = SharedVectors.read(vectors.live(folder + "/" + side + ".body"));
        SealedEnvelope envelope = ((Shape.Sealed) wire.reader.read(body)).envelope();
        assertThat(envelope.wwwroot()).isEqualTo(facts.get("outer_wwwroot").asText());
        String opener = facts.get("decrypted_with").asText();
        LegacyEnvelope.Opened opened = wire.legacy.open(
                envelope, List.of(Wire.privateKey(vectors.live("keys/" + opener + ".key.pem"))), () -> {});
        assertThat(opened.content()).isEqualTo(SharedVectors.read(vectors.live(folder + "/" + side + ".signed.xml")));
        if (!facts.get("signed").asBoolean()) {
            return;
        }
        SignedPart part = ((Shape.Signed) opened.inside()).part();
        String signer = facts.get("verified_with").asText();
        wire.legacy.verify(
                part,
                Wire.certificate(vectors.live("keys/" + signer + ".cert.pem")).publicKey(),
                envelope.wwwroot());
        assertThat(part.payload()).isEqualTo(SharedVectors.read(vectors.live(folder + "/" + side + ".payload")));
        assertThat(part.seconds()).hasValue(facts.get("timestamp").asLong());
    }
}
