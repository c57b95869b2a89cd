package network.constellation.protocol.independent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.testing.TestingKeys;
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
import network.constellation.protocol.independent.IndependentModern.Chances;
import network.constellation.protocol.independent.IndependentModern.Ends;
import network.constellation.protocol.independent.IndependentModern.Window;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.xml.XmlReader;
import org.junit.jupiter.api.Test;

/** What the product seals, a second implementation opens, and the other way round. */
class BothImplementationsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00.250Z");
    private static final String NETWORK = "0123456789abcdef0123456789abcdef";
    private static final byte[] CALL = "<methodCall>zażółć</methodCall>".getBytes(UTF_8);
    private static final byte[] RESULT = "<methodResponse/>".getBytes(UTF_8);

    private final CryptoEngine engine = CryptoEngine.detect();
    private final EnvelopeReader reader = new EnvelopeReader(new XmlReader(Limits.standard()));
    private final ModernEnvelope modern = new ModernEnvelope(engine, reader);
    private final LegacyEnvelope legacy = new LegacyEnvelope(engine, reader);
    private final TestingKeys keys = new TestingKeys(engine);
    private final SiteKeys a = keys.site(Wwwroot.of("https://a.example.org"), NOW);
    private final SiteKeys b = keys.site(Wwwroot.of("https://b.example.org/learn"), NOW);
    private final ModernPeer peerA = ModernPeer.of(a.publicIdentity(engine), Set.of(NETWORK));
    private final ModernPeer peerB = ModernPeer.of(b.publicIdentity(engine), Set.of(NETWORK));
    private final Ends ends = new Ends(
            NETWORK,
            a.wwwroot().value(),
            b.wwwroot().value(),
            Fingerprint.of(a.publicIdentity(engine)).bytes(),
            Fingerprint.of(b.publicIdentity(engine)).bytes(),
            b.recipient().publicKey().key().raw());

    @Test
    void the_product_calls_the_other_answers() throws GeneralSecurityException {
        ModernEnvelope.SealedRequest request = modern.sealRequest(
                CALL, ModernIdentity.of(engine, a), peerB, b.recipient().publicKey(), NETWORK, NOW, 3);
        Window window = IndependentModern.enter(ends, request.body(), b.x25519().raw());
        IndependentModern.Opened opened = IndependentModern.open(
                window, request.body(), new byte[0], a.ed25519().publicKey().raw());
        assertThat(opened.payload()).isEqualTo(CALL);
        byte[] answer = IndependentModern.seal(
                window, RESULT, opened.messageId(), b.ed25519().seed(), chances(5));
        ModernEnvelope.OpenedAnswer received = modern.openAnswer(answer, request.ticket());
        assertThat(received.payload()).isEqualTo(RESULT);
        assertThat(received.header().time()).isEqualTo(NOW);
    }

    @Test
    void the_other_calls_the_product_answers() throws GeneralSecurityException {
        Window window = IndependentModern.open(ends, engine.randomBytes(32));
        byte[] request =
                IndependentModern.seal(window, CALL, new byte[0], a.ed25519().seed(), chances(6));
        OpenedRequest opened = modern.openRequest(
                ((Shape.Sealed) reader.read(request)).envelope(), ModernIdentity.of(engine, b), peerA, b.x25519(), NOW);
        assertThat(opened.payload()).isEqualTo(CALL);
        assertThat(opened.header().suspensionSequence()).isEqualTo(42);
        byte[] answer = modern.sealAnswer(opened, RESULT, NOW, 0, News.NONE);
        byte[] requestId = opened.header().messageId();
        byte[] signer = b.ed25519().publicKey().raw();
        assertThat(IndependentModern.open(window, answer, requestId, signer).payload())
                .isEqualTo(RESULT);
        assertThatThrownBy(() -> IndependentModern.open(window, answer, new byte[16], signer))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void legacy_both_ways() throws GeneralSecurityException {
        byte[] body = legacy.wrap(
                CALL,
                Layers.BOTH,
                a.wwwroot(),
                NOW,
                a.rsa(),
                LegacyEnvelope.MOODLE_KEY_PAGE,
                b.certificate().publicKey());
        assertThat(IndependentLegacy.open(
                        body,
                        a.wwwroot().value(),
                        jdk(b),
                        a.certificate().publicKey().key()))
                .isEqualTo(CALL);

        byte[] signed = IndependentLegacy.sign(CALL, a.wwwroot().value(), NOW.getEpochSecond(), jdk(a));
        byte[] other = IndependentLegacy.seal(
                signed, a.wwwroot().value(), b.certificate().publicKey().key(), engine.randomBytes(16));
        SealedEnvelope envelope = ((Shape.Sealed) reader.read(other)).envelope();
        SignedPart part = ((Shape.Signed)
                        legacy.open(envelope, List.of(b.rsa()), () -> {}).inside())
                .part();
        legacy.verify(part, a.certificate().publicKey(), envelope.wwwroot());
        assertThat(part.payload()).isEqualTo(CALL);
    }

    private static PrivateKey jdk(SiteKeys site) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA", "SunRsaSign")
                .generatePrivate(new PKCS8EncodedKeySpec(site.rsa().pkcs8()));
    }

    private Chances chances(int salt) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) salt;
        return new Chances(engine.randomBytes(16), bytes, NOW.toEpochMilli(), 42);
    }
}
