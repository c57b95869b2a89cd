package network.constellation.protocol.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.suite.Suite;
import network.constellation.keys.testing.TestingKeys;
import network.constellation.protocol.envelope.AnswerOpener;
import network.constellation.protocol.envelope.EnvelopeException;
import network.constellation.protocol.envelope.EnvelopeReader;
import network.constellation.protocol.envelope.Layers;
import network.constellation.protocol.envelope.LegacyEnvelope;
import network.constellation.protocol.envelope.ModernEnvelope;
import network.constellation.protocol.envelope.ModernIdentity;
import network.constellation.protocol.envelope.ModernPeer;
import network.constellation.protocol.envelope.News;
import network.constellation.protocol.envelope.OpenedRequest;
import network.constellation.protocol.envelope.SealedEnvelope;
import network.constellation.protocol.envelope.Shape;
import network.constellation.protocol.envelope.SignedPart;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.xml.XmlReader;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;

/** What must hold for any bytes at any stage of an envelope: one known refusal, or exactly what was signed. */
final class EnvelopeProbe {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final byte[] CALL =
            "<?xml version=\"1.0\"?><methodCall><methodName>a/b</methodName></methodCall>".getBytes(UTF_8);
    private static final byte[] ANSWER =
            "<?xml version=\"1.0\"?><methodResponse><params><param><value>a</value></param></params></methodResponse>"
                    .getBytes(UTF_8);

    private final CryptoEngine engine = CryptoEngine.detect();
    private final XmlReader xml = new XmlReader(Limits.standard());
    private final EnvelopeReader reader = new EnvelopeReader(xml);
    private final LegacyEnvelope legacy = new LegacyEnvelope(engine, reader);
    private final ModernEnvelope modern = new ModernEnvelope(engine, reader);
    private final AnswerOpener answers = new AnswerOpener(reader, legacy, new XmlRpcCodec(xml));
    private final SiteKeys a;
    private final SiteKeys b;
    private final ModernIdentity identityB;
    private final ModernPeer peerA;
    private final ModernEnvelope.SealedRequest request;
    private final byte[] answer;

    EnvelopeProbe() {
        TestingKeys keys = new TestingKeys(engine);
        a = keys.site(Wwwroot.of("https://a.example.org"), NOW);
        b = keys.site(Wwwroot.of("https://b.example.org"), NOW);
        identityB = ModernIdentity.of(engine, b);
        peerA = ModernPeer.of(a.publicIdentity(engine), Set.of(""));
        ModernPeer peerB = ModernPeer.of(b.publicIdentity(engine), Set.of(""));
        request = modern.sealRequest(
                CALL, ModernIdentity.of(engine, a), peerB, b.recipient().publicKey(), "", NOW, 0);
        OpenedRequest opened = modern.openRequest(
                ((Shape.Sealed) reader.read(request.body())).envelope(), identityB, peerA, b.x25519(), NOW);
        answer = modern.sealAnswer(opened, ANSWER, NOW, 0, News.NONE);
    }

    /** Envelopes of ours for every layer and suite; nearly all of them are still good when nothing is changed. */
    List<byte[]> seeds() {
        byte[] signed = sign(CALL);
        List<byte[]> seeds = new ArrayList<>(List.of(
                signed,
                sign(ANSWER),
                legacy.seal(signed, a.wwwroot(), b.certificate().publicKey()),
                legacy.seal(CALL, a.wwwroot(), b.certificate().publicKey()),
                legacy.seal(sign(ANSWER), a.wwwroot(), b.certificate().publicKey()),
                request.body(),
                answer,
                new byte[0]));
        seeds.addAll(Seeds.documents());
        return seeds;
    }

    /** @return how many of the stages accepted the bytes */
    int probe(byte[] bytes) {
        int accepted = 0;
        accepted += survives(() -> asRequest(reader.read(bytes)));
        accepted += survives(() -> asRequest(reader.readInside(bytes)));
        accepted += survives(() -> asRequest(
                reader.read(legacy.seal(bytes, a.wwwroot(), b.certificate().publicKey()))));
        accepted += survives(() -> answers.open(bytes, expected()));
        accepted += survives(() ->
                assertThat(modern.openAnswer(bytes, request.ticket()).payload()).isEqualTo(ANSWER));
        return accepted;
    }

    private void asRequest(Shape shape) {
        if (shape instanceof Shape.Sealed sealed) {
            SealedEnvelope envelope = sealed.envelope();
            if (envelope.suite() == Suite.MODERN) {
                modern.facts(envelope);
                assertThat(modern.openRequest(envelope, identityB, peerA, b.x25519(), NOW)
                                .payload())
                        .isEqualTo(CALL);
            } else {
                asRequest(legacy.open(envelope, List.of(b.rsa()), () -> {}).inside());
            }
        } else if (shape instanceof Shape.Signed signed) {
            SignedPart part = signed.part();
            part.seconds();
            legacy.verify(part, a.certificate().publicKey(), part.wwwroot());
            assertThat(part.payload()).isIn(CALL, ANSWER);
        }
    }

    private AnswerOpener.Expected expected() {
        return new AnswerOpener.Expected(
                Layers.BOTH, a.wwwroot(), a.certificate(), List.of(b.rsa()), NOW, NOW, Duration.ofSeconds(15));
    }

    private byte[] sign(byte[] payload) {
        return legacy.sign(payload, a.wwwroot(), NOW, a.rsa(), LegacyEnvelope.MOODLE_KEY_PAGE);
    }

    private static int survives(Runnable stage) {
        try {
            stage.run();
            return 1;
        } catch (EnvelopeException refused) {
            assertThat(refused.reason()).isNotEmpty();
            return 0;
        }
    }
}
