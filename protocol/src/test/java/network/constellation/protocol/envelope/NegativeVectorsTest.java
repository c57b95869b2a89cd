package network.constellation.protocol.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.keys.suite.Suite;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.envelope.MnetVectorsTest.Peer;
import network.constellation.protocol.freshness.Freshness;
import network.constellation.protocol.freshness.InMemoryReplayStore;
import network.constellation.protocol.freshness.ReplayKey;
import network.constellation.protocol.freshness.ReplayStore.Keeping;
import network.constellation.protocol.freshness.ReplayStore.Outcome;
import network.constellation.protocol.vectors.SharedVectors;
import network.constellation.protocol.xml.MalformedDocumentException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each bad message of the manifest is refused for its reason, by the stages in the order in which the runner calls
 * them (mnet-wire.md 6 and 13).
 */
class NegativeVectorsTest {
    private static final Instant SENT = Instant.ofEpochSecond(1_795_243_464);

    private final Wire wire = new Wire();

    @TestFactory
    Stream<DynamicTest> every_bad_request() {
        SharedVectors vectors = SharedVectors.required();
        JsonNode manifest = vectors.manifest();
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode vector : manifest.get("vectors")) {
            String name = vector.get("name").asText();
            if (name.startsWith("neg-")) {
                byte[] body = SharedVectors.read(vectors.mnet(
                        vector.get("files").get("request_http_body").asText()));
                boolean known = vector.path("precondition").asText().contains("knows C");
                String reason = vector.get("expected").get("reject").asText();
                tests.add(dynamicTest(name, () -> asServerB(vectors, manifest, body, reason, known)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(25);
        return tests.stream();
    }

    private void asServerB(SharedVectors vectors, JsonNode manifest, byte[] body, String reason, boolean known) {
        switch (reason) {
            case "stale-optional" -> {
                SignedPart part = throughTheStages(vectors, manifest, body, known);
                assertThatThrownBy(() -> Freshness.requireFresh(part, SENT))
                        .isInstanceOf(EnvelopeException.class)
                        .extracting(refused -> ((EnvelopeException) refused).refusal())
                        .isEqualTo(Refusal.STALE);
            }
            case "replay-on-second-delivery" -> {
                throughTheStages(vectors, manifest, body, known);
                byte[] wrapped =
                        ((Shape.Sealed) wire.reader.read(body)).envelope().key();
                InMemoryReplayStore store = new InMemoryReplayStore(10);
                Wwwroot sender = Wwwroot.of("https://moodle-a.example.org");
                ReplayKey key = ReplayKey.ofWrappedKey(wrapped);
                assertThat(store.remember(key, sender, Suite.LEGACY, SENT, Keeping.DURABLE))
                        .isEqualTo(Outcome.FRESH);
                assertThat(store.contains(ReplayKey.ofWrappedKey(wrapped))).isTrue();
                assertThat(store.remember(key, sender, Suite.LEGACY, SENT, Keeping.DURABLE))
                        .isEqualTo(Outcome.REPLAY);
            }
            case "bad-signature-or-malformed" ->
                assertThat(reasonOf(vectors, manifest, body, known)).isIn("bad-signature", "malformed");
            default -> assertThat(reasonOf(vectors, manifest, body, known)).isEqualTo(reason);
        }
    }

    private String reasonOf(SharedVectors vectors, JsonNode manifest, byte[] body, boolean known) {
        try {
            throughTheStages(vectors, manifest, body, known);
            return "accepted";
        } catch (EnvelopeException refused) {
            return refused.reason();
        } catch (MalformedDocumentException refused) {
            return refused.word();
        } catch (Gate refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    /** What the runner does, without store and permissions. */
    private SignedPart throughTheStages(SharedVectors vectors, JsonNode manifest, byte[] body, boolean strangerKnown) {
        Map<String, Peer> known = new HashMap<>();
        for (String name : strangerKnown ? List.of("a", "c") : List.of("a")) {
            Peer peer = MnetVectorsTest.peer(vectors, manifest, name);
            known.put(peer.wwwroot().value(), peer);
        }
        Shape shape = wire.reader.read(body);
        if (!(shape instanceof Shape.Sealed sealed)) {
            if (shape instanceof Shape.Plain plain) {
                wire.codec.readCall(plain.document());
            }
            throw new Gate("forbidden-transport");
        }
        SealedEnvelope envelope = sealed.envelope();
        if (!known.containsKey(envelope.wwwroot())) {
            throw new Gate("unknown-peer");
        }
        List<RsaPrivateKey> keys = List.of(
                MnetVectorsTest.peer(vectors, manifest, "b").key(),
                MnetVectorsTest.peer(vectors, manifest, "b-old").key());
        Shape inside = wire.legacy.open(envelope, keys, () -> {}).inside();
        if (!(inside instanceof Shape.Signed signed)) {
            throw new EnvelopeException(Refusal.UNSIGNED, "not signed");
        }
        SignedPart part = signed.part();
        @Nullable Peer sender = known.get(part.signaturePresent() ? part.wwwroot() : envelope.wwwroot());
        if (sender == null) {
            throw new Gate("unknown-peer");
        }
        wire.legacy.verify(part, sender.certificate().publicKey(), envelope.wwwroot());
        wire.codec.readCall(part.payload());
        return part;
    }

    /** A refusal that is the runner's own. */
    private static final class Gate extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Gate(String reason) {
            super(reason);
        }
    }

    @TestFactory
    Stream<DynamicTest> every_answer() {
        SharedVectors vectors = SharedVectors.required();
        JsonNode manifest = vectors.manifest();
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode vector : manifest.get("vectors")) {
            String name = vector.get("name").asText();
            if (name.startsWith("client-")) {
                byte[] body = SharedVectors.read(vectors.mnet(
                        vector.get("files").get("response_http_body").asText()));
                tests.add(dynamicTest(name, () -> asClientA(vectors, manifest, body, vector.get("expected"))));
            }
        }
        assertThat(tests).hasSizeGreaterThan(8);
        return tests.stream();
    }

    private void asClientA(SharedVectors vectors, JsonNode manifest, byte[] body, JsonNode outcome) {
        Peer b = MnetVectorsTest.peer(vectors, manifest, "b");
        AnswerOpener.Expected expected = new AnswerOpener.Expected(
                Layers.BOTH,
                b.wwwroot(),
                b.certificate(),
                List.of(MnetVectorsTest.peer(vectors, manifest, "a").key()),
                SENT,
                SENT.plusSeconds(1),
                AnswerOpener.MAX_DRIFT);
        String reason = outcome.path("reject").asText("stale-optional");
        if (reason.equals("stale-optional")) {
            // Accepted: only the future is checked (mnet-wire.md 9.5).
            Answer.Document answer = (Answer.Document) wire.answers.open(body, expected);
            assertThat(answer.response()).isInstanceOf(MethodResponse.Success.class);
            return;
        }
        assertThatThrownBy(() -> wire.answers.open(body, expected))
                .isInstanceOf(EnvelopeException.class)
                .extracting(refused -> ((EnvelopeException) refused).reason())
                .isEqualTo(reason);
    }

    @TestFactory
    Stream<DynamicTest> a_new_key_signed_with_the_old_one_is_proposed() {
        SharedVectors vectors = SharedVectors.required();
        JsonNode manifest = vectors.manifest();
        return Stream.of("m311-rekey-7025", "m42-rekey-7025")
                .map(name -> dynamicTest(name, () -> {
                    byte[] body = SharedVectors.read(vectors.mnet(name + "/response.enc.xml"));
                    Peer old = MnetVectorsTest.peer(vectors, manifest, "b-old");
                    Peer current = MnetVectorsTest.peer(vectors, manifest, "b");
                    List<RsaPrivateKey> own =
                            List.of(MnetVectorsTest.peer(vectors, manifest, "a").key());
                    Answer answer = wire.answers.open(
                            body,
                            new AnswerOpener.Expected(
                                    Layers.BOTH,
                                    old.wwwroot(),
                                    old.certificate(),
                                    own,
                                    SENT,
                                    SENT,
                                    Duration.ofSeconds(15)));
                    assertThat(answer).isEqualTo(new Answer.RekeyProposed(current.certificate()));
                    // Whoever knows only the new key must not take it from this answer (mnet-wire.md 2.5).
                    assertThatThrownBy(() -> wire.answers.open(
                                    body,
                                    new AnswerOpener.Expected(
                                            Layers.BOTH,
                                            old.wwwroot(),
                                            current.certificate(),
                                            own,
                                            SENT,
                                            SENT,
                                            Duration.ofSeconds(15))))
                            .extracting(refused -> ((EnvelopeException) refused).refusal())
                            .isEqualTo(Refusal.REKEY_SIGNATURE_INVALID);
                }));
    }
}
