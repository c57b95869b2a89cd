package network.constellation.protocol.envelope;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.Pem;
import network.constellation.keys.provider.Ed25519PrivateKey;
import network.constellation.keys.provider.Ed25519PublicKey;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.keys.provider.X25519PrivateKey;
import network.constellation.keys.suite.Hpke;
import network.constellation.keys.suite.HpkeContext;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.xml.MalformedDocumentException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The project's own vectors, made by an implementation apart from this one ({@code test-network}). */
class OwnVectorsTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_795_243_464, 123_000_000);
    private static final String NETWORK = "https://hub.example.org";

    private final Wire wire = new Wire();
    private final JsonNode manifest = manifest();

    @TestFactory
    Stream<DynamicTest> every_vector() {
        List<JsonNode> vectors = StreamSupport.stream(manifest.get("vectors").spliterator(), false)
                .toList();
        assertThat(vectors).hasSizeGreaterThan(40);
        return vectors.stream().map(vector -> dynamicTest(vector.get("name").asText(), () -> check(vector)));
    }

    private void check(JsonNode vector) {
        byte[] body = resource(vector.get("body").asText());
        String expected = vector.get("expected").asText();
        String outcome;
        byte[] payload = {};
        try {
            switch (vector.get("suite").asText()) {
                case "legacy" -> payload = legacy(body);
                case "modern" -> payload = modern(vector, body);
                default ->
                    assertThat(text(vector, body))
                            .isEqualTo(vector.get("expected_text").asText());
            }
            outcome = "accepted";
        } catch (EnvelopeException refused) {
            outcome = refused.reason();
        } catch (MalformedDocumentException refused) {
            outcome = refused.word();
        }
        assertThat(outcome).isEqualTo(expected);
        if (vector.has("payload")) {
            assertThat(payload).isEqualTo(resource(vector.get("payload").asText()));
        }
    }

    private String text(JsonNode vector, byte[] document) {
        Value value = vector.get("kind").asText().equals("call")
                ? wire.codec.readCall(document).call().arguments().get(0)
                : ((MethodResponse.Success) wire.codec.readResponse(document)).value();
        return ((Value.Str) value).value();
    }

    private byte[] legacy(byte[] body) {
        SealedEnvelope envelope = ((Shape.Sealed) wire.reader.read(body)).envelope();
        Shape inside = wire.legacy.open(envelope, List.of(rsa("b")), () -> {}).inside();
        if (!(inside instanceof Shape.Signed signed)) {
            throw new EnvelopeException(Refusal.UNSIGNED, "bare");
        }
        wire.legacy.verify(signed.part(), rsa("a").publicKey(), envelope.wwwroot());
        return signed.part().payload();
    }

    private byte[] modern(JsonNode vector, byte[] body) {
        if (vector.get("kind").asText().equals("answer")) {
            return wire.modern.openAnswer(body, ticket(vector)).payload();
        }
        SealedEnvelope envelope = ((Shape.Sealed) wire.reader.read(body)).envelope();
        OpenedRequest opened = wire.modern.openRequest(envelope, identity("b"), peer("a"), x25519("b"), NOW);
        assertThat(opened.header().time()).isEqualTo(NOW);
        assertThat(opened.header().messageId()).isEqualTo(hex(vector, "message_id"));
        assertThat(opened.header().suspensionSequence())
                .isEqualTo(vector.get("suspension_sequence").asLong());
        return opened.payload();
    }

    /** What the caller of the answered request holds, rebuilt from the callee's side of the window. */
    private RequestTicket ticket(JsonNode vector) {
        byte[] request = resource(vector.get("answers").asText() + ".xml");
        SealedEnvelope envelope = ((Shape.Sealed) wire.reader.read(request)).envelope();
        WindowFacts facts = wire.modern.facts(envelope);
        assertThat(facts.network()).isEqualTo(NETWORK);
        ModernContext context =
                new ModernContext(identity("a").wwwroot(), identity("b").wwwroot(), facts, envelope.key());
        HpkeContext window = new Hpke(wire.engine)
                .recipient(x25519("b"), envelope.key(), ModernContext.info(context.caller(), context.callee(), facts));
        return new RequestTicket(new ModernWindow(context, window), peer("b"), hex(vector, "request_id"));
    }

    private ModernIdentity identity(String site) {
        JsonNode facts = manifest.get("sites").get(site);
        return new ModernIdentity(
                Wwwroot.of(facts.get("wwwroot").asText()),
                hex(facts, "fingerprint"),
                Ed25519PrivateKey.ofSeed(hex(facts, "ed25519_seed")));
    }

    private ModernPeer peer(String site) {
        JsonNode facts = manifest.get("sites").get(site);
        return new ModernPeer(
                Wwwroot.of(facts.get("wwwroot").asText()),
                hex(facts, "fingerprint"),
                Ed25519PublicKey.of(hex(facts, "ed25519_public")),
                Set.of(NETWORK));
    }

    private X25519PrivateKey x25519(String site) {
        return X25519PrivateKey.of(hex(manifest.get("sites").get(site), "x25519_private"));
    }

    private RsaPrivateKey rsa(String site) {
        String pem = new String(resource("keys/" + site + ".rsa.pem"), US_ASCII);
        return RsaPrivateKey.ofPkcs8(Pem.readAll(pem).get(0).content());
    }

    private static byte[] hex(JsonNode node, String field) {
        return HexFormat.of().parseHex(node.get(field).asText());
    }

    private static JsonNode manifest() {
        try {
            return new ObjectMapper().readTree(resource("manifest.json"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] resource(String file) {
        try (InputStream in = OwnVectorsTest.class.getResourceAsStream("/vectors/own/" + file)) {
            assertThat(in).as(file).isNotNull();
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
