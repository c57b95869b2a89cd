package network.constellation.testnetwork.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import network.constellation.protocol.envelope.EnvelopeException;
import network.constellation.protocol.envelope.ModernEnvelope;
import network.constellation.protocol.envelope.News;
import network.constellation.protocol.envelope.OpenedRequest;
import network.constellation.protocol.envelope.Shape;
import network.constellation.testnetwork.vectors.independent.PlainFields;
import network.constellation.testnetwork.vectors.independent.PlainKeys;
import network.constellation.testnetwork.vectors.independent.PlainModern;
import network.constellation.testnetwork.vectors.independent.PlainModern.Facts;
import network.constellation.testnetwork.vectors.independent.PlainModern.Header;
import network.constellation.testnetwork.vectors.independent.PlainModern.Opened;
import network.constellation.testnetwork.vectors.independent.PlainModern.Window;
import network.constellation.testnetwork.vectors.independent.RefusedByPlain;
import org.junit.jupiter.api.Test;

/** The modern suite between the product and the second implementation, each in both roles. */
class ModernCrossTest {
    private static final byte[] NONE = new byte[0];
    private static final byte[] CALL = "<methodCall>Zażółć</methodCall>".getBytes(UTF_8);
    private static final byte[] REPLY = "<methodResponse>Ελλάδα</methodResponse>".getBytes(UTF_8);

    private final SecureRandom random = new SecureRandom();
    private final ModernPair pair = new ModernPair();

    @Test
    void the_product_calls_and_the_second_implementation_answers() {
        ModernEnvelope.SealedRequest request = productAsks();
        byte[] body = request.body();
        Facts facts = pair.facts(pair.a, pair.b);
        assertThat(PlainModern.facts(body)).isEqualTo(encoded(facts));

        Window window = Window.ofCallee(facts, PlainModern.encapsulated(body), pair.b.recipientPrivate());
        Opened opened = PlainModern.open(body, window, PlainModern.REQUEST, NONE, pair.a.verifying());
        assertThat(opened.payload()).isEqualTo(CALL);
        assertThat(opened.header().millis()).isEqualTo(ModernPair.NOW.toEpochMilli());
        assertThat(opened.header().suspensions()).isEqualTo(7);
        assertThat(opened.header().messageId())
                .isEqualTo(request.ticket().messageId())
                .hasSize(16);

        byte[] id = opened.header().messageId();
        Header header = new Header(bytes(16), ModernPair.NOW.toEpochMilli(), 9, id, NONE, NONE);
        byte[] signed = PlainModern.signed(REPLY, window, PlainModern.ANSWER, header, pair.b.signing());
        byte[] answer = PlainModern.sealed(signed, window, PlainModern.ANSWER, id, bytes(32));
        assertThat(pair.a.envelope.openAnswer(answer, request.ticket()).payload())
                .isEqualTo(REPLY);
    }

    @Test
    void the_second_implementation_calls_and_the_product_answers() {
        Facts facts = pair.facts(pair.a, pair.b);
        Window window = Window.ofCaller(facts, bytes(32));
        byte[] id = bytes(16);
        OpenedRequest opened = productOpens(plainAsks(window, id, PlainModern.REQUEST));
        assertThat(opened.payload()).isEqualTo(CALL);
        assertThat(opened.header().messageId()).isEqualTo(id);
        assertThat(opened.header().suspensionSequence()).isEqualTo(3);

        byte[] answer = pair.b.envelope.sealAnswer(opened, REPLY, ModernPair.NOW, 4, News.NONE);
        Opened answered = PlainModern.open(answer, window, PlainModern.ANSWER, id, pair.b.verifying());
        assertThat(answered.payload()).isEqualTo(REPLY);
        assertThat(answered.header().requestId()).isEqualTo(id);
        assertThat(answered.header().suspensions()).isEqualTo(4);
    }

    @Test
    void a_window_serves_many_messages_with_different_keys() {
        byte[] first = productAsks().body();
        byte[] second = productAsks().body();
        assertThat(PlainModern.encapsulated(first)).isEqualTo(PlainModern.encapsulated(second));
        assertThat(first).isNotEqualTo(second);
        Window window =
                Window.ofCallee(pair.facts(pair.a, pair.b), PlainModern.encapsulated(first), pair.b.recipientPrivate());
        for (byte[] body : new byte[][] {first, second}) {
            assertThat(PlainModern.open(body, window, PlainModern.REQUEST, NONE, pair.a.verifying())
                            .payload())
                    .isEqualTo(CALL);
        }
    }

    @Test
    void the_answer_to_another_request_does_not_open() {
        ModernEnvelope.SealedRequest one = productAsks();
        ModernEnvelope.SealedRequest other = productAsks();
        Window window = Window.ofCallee(
                pair.facts(pair.a, pair.b), PlainModern.encapsulated(one.body()), pair.b.recipientPrivate());
        byte[] id = other.ticket().messageId();
        Header header = new Header(bytes(16), ModernPair.NOW.toEpochMilli(), 9, id, NONE, NONE);
        byte[] signed = PlainModern.signed(REPLY, window, PlainModern.ANSWER, header, pair.b.signing());
        byte[] sealedForOther = PlainModern.sealed(signed, window, PlainModern.ANSWER, id, bytes(32));
        assertRefused("cannot-decrypt", () -> pair.a.envelope.openAnswer(sealedForOther, one.ticket()));
        // Not even when the callee seals it for this request by mistake.
        byte[] sealedForThis = PlainModern.sealed(
                signed, window, PlainModern.ANSWER, one.ticket().messageId(), bytes(32));
        assertRefused("wrong-request", () -> pair.a.envelope.openAnswer(sealedForThis, one.ticket()));
    }

    @Test
    void a_message_signed_for_the_other_direction_is_refused() {
        Window window = Window.ofCaller(pair.facts(pair.a, pair.b), bytes(32));
        assertRefused("bad-signature", () -> productOpens(plainAsks(window, bytes(16), PlainModern.ANSWER)));
    }

    @Test
    void a_message_signed_in_another_window_is_refused() {
        Facts facts = pair.facts(pair.a, pair.b);
        Window window = Window.ofCaller(facts, bytes(32));
        Window earlier = Window.ofCaller(facts, bytes(32));
        Header header = new Header(bytes(16), ModernPair.NOW.toEpochMilli(), 3, NONE, NONE, NONE);
        byte[] signed = PlainModern.signed(CALL, earlier, PlainModern.REQUEST, header, pair.a.signing());
        byte[] body = PlainModern.sealed(signed, window, PlainModern.REQUEST, NONE, bytes(32));
        assertRefused("wrong-context", () -> productOpens(body));
    }

    @Test
    void a_recipient_cannot_forward_a_call() {
        Window toB = Window.ofCaller(pair.facts(pair.a, pair.b), bytes(32));
        Header header = new Header(bytes(16), ModernPair.NOW.toEpochMilli(), 3, NONE, NONE, NONE);
        byte[] signedForB = PlainModern.signed(CALL, toB, PlainModern.REQUEST, header, pair.a.signing());
        ModernPair third = new ModernPair();
        Facts facts = new Facts(
                ModernPair.NETWORK,
                pair.a.wwwroot(),
                third.b.wwwroot(),
                pair.a.identity.fingerprint(),
                third.b.identity.fingerprint(),
                third.b.recipientPublic());
        Window toThird = Window.ofCaller(facts, bytes(32));
        byte[] forwarded = PlainModern.sealed(signedForB, toThird, PlainModern.REQUEST, NONE, bytes(32));
        Shape.Sealed sealed = (Shape.Sealed) third.wire.reader.read(forwarded);
        assertRefused(
                "wrong-context",
                () -> third.b.envelope.openRequest(
                        sealed.envelope(), third.b.identity, pair.a.asPeer(), third.b.keys.x25519(), ModernPair.NOW));
    }

    @Test
    void every_altered_byte_is_noticed_by_both() {
        Facts facts = pair.facts(pair.a, pair.b);
        Window window = Window.ofCaller(facts, bytes(32));
        byte[] body = plainAsks(window, bytes(16), PlainModern.REQUEST);
        int start = new String(body, UTF_8).indexOf("<CipherValue>") + "<CipherValue>".length();
        for (int at = start; at < start + 400; at += 37) {
            byte[] altered = body.clone();
            altered[at] = altered[at] == 'A' ? (byte) 'B' : (byte) 'A';
            assertRefused("cannot-decrypt", () -> productOpens(altered));
            assertThatThrownBy(() -> PlainModern.open(altered, window, PlainModern.REQUEST, NONE, pair.a.verifying()))
                    .isInstanceOf(RefusedByPlain.class);
        }
    }

    @Test
    void both_compute_the_same_fingerprint() {
        assertThat(PlainKeys.hash(
                        "SHA-256",
                        PlainFields.of(
                                "constellation:fingerprint:1",
                                pair.a.wwwroot(),
                                PlainKeys.hash(
                                        "SHA-256",
                                        pair.a.keys.certificate().publicKey().encoded()),
                                pair.a.keys.ed25519().publicKey().raw(),
                                "",
                                "legacy,modern")))
                .isEqualTo(pair.a.identity.fingerprint());
    }

    private ModernEnvelope.SealedRequest productAsks() {
        return pair.a.envelope.sealRequest(
                CALL,
                pair.a.identity,
                pair.b.asPeer(),
                pair.b.keys.recipient().publicKey(),
                ModernPair.NETWORK,
                ModernPair.NOW,
                7);
    }

    private byte[] plainAsks(Window window, byte[] id, String signedDirection) {
        Header header = new Header(id, ModernPair.NOW.toEpochMilli(), 3, NONE, NONE, NONE);
        byte[] signed = PlainModern.signed(CALL, window, signedDirection, header, pair.a.signing());
        return PlainModern.sealed(signed, window, PlainModern.REQUEST, NONE, bytes(32));
    }

    private OpenedRequest productOpens(byte[] body) {
        Shape.Sealed sealed = (Shape.Sealed) pair.wire.reader.read(body);
        return pair.b.envelope.openRequest(
                sealed.envelope(), pair.b.identity, pair.a.asPeer(), pair.b.keys.x25519(), ModernPair.NOW);
    }

    private static void assertRefused(String reason, Runnable opening) {
        assertThatThrownBy(opening::run)
                .isInstanceOf(EnvelopeException.class)
                .extracting(refused -> ((EnvelopeException) refused).reason())
                .isEqualTo(reason);
    }

    private static byte[] encoded(Facts facts) {
        return PlainFields.of(
                "constellation:window:1",
                facts.network(),
                facts.callerFingerprint(),
                facts.calleeFingerprint(),
                PlainKeys.hash("SHA-256", facts.recipientKey()));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
