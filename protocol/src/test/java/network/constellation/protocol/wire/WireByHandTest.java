package network.constellation.protocol.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.suite.Suite;
import network.constellation.keys.testing.TestingKeys;
import network.constellation.protocol.envelope.EnvelopeException;
import network.constellation.protocol.envelope.EnvelopeReader;
import network.constellation.protocol.envelope.ModernEnvelope;
import network.constellation.protocol.envelope.ModernIdentity;
import network.constellation.protocol.envelope.ModernPeer;
import network.constellation.protocol.envelope.News;
import network.constellation.protocol.envelope.OpenedRequest;
import network.constellation.protocol.envelope.Shape;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.vectors.SharedVectors;
import network.constellation.protocol.wire.WireOpener.KeyFile;
import network.constellation.protocol.xml.XmlReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of {@code constellation wire} in cli-contract.md. */
class WireByHandTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final byte[] CALL = ("<?xml version=\"1.0\"?><methodCall><methodName>system/listServices"
                    + "</methodName></methodCall>")
            .getBytes(UTF_8);
    private static final byte[] ANSWER = ("<?xml version=\"1.0\"?><methodResponse><params><param><value>ok</value>"
                    + "</param></params></methodResponse>")
            .getBytes(UTF_8);

    private final CryptoEngine engine = CryptoEngine.detect();
    private final XmlReader xml = new XmlReader(Limits.standard());
    private final WireOpener opener = new WireOpener(engine, xml);
    private final WireSealer sealer = new WireSealer(engine, xml);
    private final TestingKeys keys = new TestingKeys(engine);
    private final SiteKeys a = keys.site(Wwwroot.of("https://a.example.org"), NOW);
    private final SiteKeys b = keys.site(Wwwroot.of("https://b.example.org"), NOW);

    @Test
    void legacy_there_and_open_again() {
        WireSealer.Result sealed = seal(Suite.LEGACY);
        assertThat(sealed.agreement()).isEmpty();
        WireMessage message = open(sealed.body(), b, a, false);
        assertThat(message.payload()).isEqualTo(CALL);
        assertThat(message.suite()).isEqualTo(Suite.LEGACY);
        assertThat(message.wwwroot()).contains("https://a.example.org");
        assertThat(message.timestamp()).hasValue(NOW.getEpochSecond());
        assertThat(message.openedBy()).contains("key");
    }

    @Test
    void an_old_key_opens_and_is_named() {
        SiteKeys newer = keys.site(b.wwwroot(), NOW.plusSeconds(1));
        WireOpener.Order order = new WireOpener.Order(
                seal(Suite.LEGACY).body(),
                List.of(new KeyFile("key", privately(newer)), new KeyFile("old.pem", privately(b))),
                publicly(a),
                false,
                Optional.empty(),
                Optional.empty());
        assertThat(opener.open(order).openedBy()).contains("old.pem");
    }

    @Test
    void modern_there_and_the_answer_back_by_agreement_and_by_request() {
        WireSealer.Result sealed = seal(Suite.MODERN);
        WireMessage message = open(sealed.body(), b, a, false);
        assertThat(message.payload()).isEqualTo(CALL);
        assertThat(message.suite()).isEqualTo(Suite.MODERN);
        assertThat(message.encrypted() && message.signed()).isTrue();

        byte[] answer = answerOfB(sealed.body());
        WireMessage atTheCaller = opener.open(order(answer, a, b, Optional.empty(), sealed.agreement()));
        assertThat(atTheCaller.payload()).isEqualTo(ANSWER);
        assertThat(atTheCaller.wwwroot()).contains("https://b.example.org");
        WireMessage atTheCallee = opener.open(order(answer, b, b, Optional.of(sealed.body()), Optional.empty()));
        assertThat(atTheCallee.payload()).isEqualTo(ANSWER);

        assertThatThrownBy(() -> opener.open(order(answer, a, b, Optional.empty(), Optional.empty())))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("--agreement");
        WireSealer.Result another = seal(Suite.MODERN);
        assertThatThrownBy(() -> opener.open(order(answer, a, b, Optional.empty(), another.agreement())))
                .isInstanceOf(EnvelopeException.class);
    }

    @Test
    void a_legacy_key_file_is_told_what_the_modern_suite_needs() {
        String rsaOnly = privately(a).substring(0, privately(a).indexOf("-----END PRIVATE KEY-----") + 26);
        assertThatThrownBy(() ->
                        sealer.seal(new WireSealer.Order(CALL, rsaOnly, a.wwwroot(), publicly(b), Suite.MODERN, NOW)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("Ed25519");
        assertThatThrownBy(() ->
                        sealer.seal(new WireSealer.Order(CALL, "nothing", a.wwwroot(), publicly(b), Suite.LEGACY, NOW)))
                .isInstanceOf(BadInputException.class);
    }

    @TestFactory
    Stream<DynamicTest> every_bad_request_of_the_vectors_is_refused() {
        SharedVectors vectors = SharedVectors.required();
        String keyB = new String(SharedVectors.read(vectors.mnet("keys/peer-b.key.pem")), UTF_8);
        String certificateA = new String(SharedVectors.read(vectors.mnet("keys/peer-a.crt.pem")), UTF_8);
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode vector : vectors.manifest().get("vectors")) {
            String name = vector.get("name").asText();
            JsonNode expected = vector.path("expected");
            if (!name.startsWith("neg-")) {
                continue;
            }
            byte[] body = SharedVectors.read(
                    vectors.mnet(vector.get("files").get("request_http_body").asText()));
            WireOpener.Order order = new WireOpener.Order(
                    body, List.of(new KeyFile("key", keyB)), certificateA, false, Optional.empty(), Optional.empty());
            tests.add(dynamicTest(name, () -> {
                if (Set.of("stale-optional", "replay-on-second-delivery")
                        .contains(expected.get("reject").asText())) {
                    assertThat(opener.open(order).payload()).isNotEmpty();
                    return;
                }
                assertThatThrownBy(() -> opener.open(order))
                        .isInstanceOfSatisfying(EnvelopeException.class, refused -> {
                            if (expected.has("fault")) {
                                assertThat(refused.faultCode())
                                        .isEqualTo(expected.get("fault").asInt());
                            }
                        });
            }));
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> partial_messages_only_where_asked_for() {
        SharedVectors vectors = SharedVectors.required();
        String keyB = new String(SharedVectors.read(vectors.mnet("keys/peer-b.key.pem")), UTF_8);
        String certificateA = new String(SharedVectors.read(vectors.mnet("keys/peer-a.crt.pem")), UTF_8);
        return Stream.of("neg-plaintext-unsigned", "neg-signed-not-encrypted", "neg-encrypted-not-signed")
                .map(name -> dynamicTest(name, () -> {
                    byte[] body = SharedVectors.read(vectors.mnet(name + "/request.body"));
                    WireMessage message = opener.open(new WireOpener.Order(
                            body,
                            List.of(new KeyFile("key", keyB)),
                            certificateA,
                            true,
                            Optional.empty(),
                            Optional.empty()));
                    assertThat(message.signed() && message.encrypted()).isFalse();
                    assertThat(new String(message.payload(), UTF_8)).contains("<methodCall>");
                }));
    }

    private WireSealer.Result seal(Suite suite) {
        return sealer.seal(new WireSealer.Order(CALL, privately(a), a.wwwroot(), publicly(b), suite, NOW));
    }

    private WireMessage open(byte[] body, SiteKeys own, SiteKeys sender, boolean partial) {
        return opener.open(new WireOpener.Order(
                body,
                List.of(new KeyFile("key", privately(own))),
                publicly(sender),
                partial,
                Optional.empty(),
                Optional.empty()));
    }

    private WireOpener.Order order(
            byte[] body, SiteKeys own, SiteKeys sender, Optional<byte[]> request, Optional<String> agreement) {
        return new WireOpener.Order(
                body, List.of(new KeyFile("key", privately(own))), publicly(sender), false, request, agreement);
    }

    private byte[] answerOfB(byte[] request) {
        EnvelopeReader reader = new EnvelopeReader(xml);
        ModernEnvelope modern = new ModernEnvelope(engine, reader);
        OpenedRequest opened = modern.openRequest(
                ((Shape.Sealed) reader.read(request)).envelope(),
                ModernIdentity.of(engine, b),
                ModernPeer.of(a.publicIdentity(engine), Set.of("")),
                b.x25519(),
                NOW);
        return modern.sealAnswer(opened, ANSWER, NOW, 0, News.NONE);
    }

    private String privately(SiteKeys site) {
        return PrivateBundle.write(engine, site);
    }

    private String publicly(SiteKeys site) {
        return site.publicIdentity(engine).bundle();
    }
}
