package network.constellation.protocol.envelope;

import static network.constellation.protocol.envelope.ModernEnvelopeTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.testing.TestingKeys;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.xmlrpc.Dialect;
import org.junit.jupiter.api.Test;

/** The caller's side: layers, names, clock and new keys (mnet-wire.md 2.5, 5 and 9.5). */
class AnswerOpenerTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Layers SIGNED_ONLY = new Layers(false, true);
    private static final Layers SEALED_ONLY = new Layers(true, false);

    private final Wire wire = new Wire();
    private final TestingKeys keys = new TestingKeys(wire.engine);
    private final SiteKeys own = keys.site(Wwwroot.of("https://a.example.org"), NOW);
    private final SiteKeys peer = keys.site(Wwwroot.of("https://b.example.org"), NOW);
    private final SiteKeys peerAfterwards = keys.site(Wwwroot.of("https://b.example.org"), NOW);
    private final SiteKeys other = keys.site(Wwwroot.of("https://c.example.org"), NOW);
    private final byte[] result =
            wire.codec.writeResponse(new MethodResponse.Success(new Value.Str("ok")), Dialect.PLAIN);

    @Test
    void an_answer_in_the_layers_of_its_request_is_taken() {
        for (Layers layers : List.of(Layers.BOTH, SIGNED_ONLY, SEALED_ONLY, Layers.PLAIN)) {
            Answer answer = wire.answers.open(answer(result, layers, peer), expected(layers));
            assertThat(((Answer.Document) answer).payload()).isEqualTo(result);
        }
    }

    @Test
    void an_answer_in_fewer_layers_is_refused() {
        refused(Refusal.NOT_ENCRYPTED, () -> open(answer(result, SIGNED_ONLY, peer), Layers.BOTH));
        refused(Refusal.UNSIGNED, () -> open(answer(result, SEALED_ONLY, peer), Layers.BOTH));
        refused(Refusal.NOT_ENCRYPTED, () -> open(result, Layers.BOTH));
        refused(Refusal.UNSIGNED, () -> open(result, SIGNED_ONLY));
        refused(Refusal.PLAIN_FAULT, () -> open(fault(7020, "x"), Layers.BOTH));
        refused(Refusal.PLAIN_FAULT, () -> open(fault(7021, "x"), SIGNED_ONLY));
    }

    @Test
    void an_answer_of_another_site_is_refused() {
        refused(Refusal.WWWROOT_MISMATCH, () -> open(answer(result, Layers.BOTH, other), Layers.BOTH));
        byte[] inside = wire.legacy.sign(result, other.wwwroot(), NOW, peer.rsa(), LegacyEnvelope.MOODLE_KEY_PAGE);
        byte[] mixed =
                wire.legacy.seal(inside, peer.wwwroot(), own.certificate().publicKey());
        refused(Refusal.WWWROOT_MISMATCH, () -> open(mixed, Layers.BOTH));
    }

    @Test
    void white_space_around_the_body_does_not_matter() {
        byte[] body = ("\r\n " + new String(answer(result, Layers.BOTH, peer), java.nio.charset.StandardCharsets.UTF_8)
                        + "\n\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(wire.answers.open(body, expected(Layers.BOTH))).isInstanceOf(Answer.Document.class);
    }

    @Test
    void the_clock_may_be_fifteen_seconds_ahead_and_the_way_is_taken_off() {
        assertThat(open(answerAt(NOW.plusSeconds(15)), Layers.BOTH)).isInstanceOf(Answer.Document.class);
        assertThat(open(answerAt(NOW.plusSeconds(18)), Layers.BOTH))
                .as("half of six seconds on the way")
                .isInstanceOf(Answer.Document.class);
        refused(Refusal.CLOCK_DRIFT, () -> open(answerAt(NOW.plusSeconds(19)), Layers.BOTH));
        assertThat(open(answerAt(NOW.minusSeconds(1_000_000)), Layers.BOTH)).isInstanceOf(Answer.Document.class);
    }

    @Test
    void a_new_key_is_proposed_by_the_old_one_only() {
        byte[] announcement = fault(7025, peerAfterwards.certificate().pem());
        assertThat(open(answer(announcement, Layers.BOTH, peer), Layers.BOTH))
                .isEqualTo(new Answer.RekeyProposed(peerAfterwards.certificate()));
        refused(
                Refusal.REKEY_SIGNATURE_INVALID,
                () -> open(answer(announcement, Layers.BOTH, peerAfterwards), Layers.BOTH));
    }

    @Test
    void a_certificate_of_another_site_is_not_proposed() {
        byte[] announcement = fault(7025, other.certificate().pem());
        refused(Refusal.REKEY_CERTIFICATE_INVALID, () -> open(answer(announcement, Layers.BOTH, peer), Layers.BOTH));
        byte[] damaged = fault(7025, peerAfterwards.certificate().pem().replaceFirst("MII", "MIB"));
        refused(Refusal.REKEY_CERTIFICATE_INVALID, () -> open(answer(damaged, Layers.BOTH, peer), Layers.BOTH));
    }

    /** Mahara sends 7025 with a sentence when no key opens the request. */
    @Test
    void an_old_key_fault_without_a_certificate_counts_as_cannot_open() {
        Answer answer = open(answer(fault(7025, "Key expired."), Layers.BOTH, peer), Layers.BOTH);
        assertThat(((Answer.Document) answer).response()).isEqualTo(new MethodResponse.Failure(7023, "Key expired."));
    }

    private Answer open(byte[] body, Layers layers) {
        return wire.answers.open(body, expected(layers));
    }

    private AnswerOpener.Expected expected(Layers layers) {
        return new AnswerOpener.Expected(
                layers,
                peer.wwwroot(),
                peer.certificate(),
                List.of(own.rsa()),
                NOW,
                NOW.plusSeconds(6),
                AnswerOpener.MAX_DRIFT);
    }

    private byte[] answerAt(Instant timestamp) {
        return answer(result, Layers.BOTH, peer, timestamp);
    }

    private byte[] answer(byte[] payload, Layers layers, SiteKeys by) {
        return answer(payload, layers, by, NOW);
    }

    private byte[] answer(byte[] payload, Layers layers, SiteKeys by, Instant timestamp) {
        return wire.legacy.wrap(
                payload,
                layers,
                by.wwwroot(),
                timestamp,
                by.rsa(),
                LegacyEnvelope.MOODLE_KEY_PAGE,
                own.certificate().publicKey());
    }

    private byte[] fault(int code, String text) {
        return wire.codec.writeResponse(new MethodResponse.Failure(code, text), Dialect.PLAIN);
    }
}
