package network.constellation.protocol.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static network.constellation.protocol.envelope.ModernSites.NETWORK;
import static network.constellation.protocol.envelope.ModernSites.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.constellation.keys.provider.X25519PrivateKey;
import network.constellation.protocol.envelope.ModernEnvelope.SealedRequest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The rules of protocol-security.md 1 that envelopes hold by themselves. */
class ModernEnvelopeTest {
    private static final byte[] CALL = "<methodCall/>".getBytes(UTF_8);
    private static final byte[] RESULT = "<methodResponse/>".getBytes(UTF_8);

    private final ModernSites sites = new ModernSites();

    @Test
    void a_call_and_its_answer() {
        SealedRequest request = sites.a.asks(sites.b, CALL);
        OpenedRequest opened = sites.b.opens(request.body(), sites.a);
        assertThat(opened.payload()).isEqualTo(CALL);
        assertThat(opened.header().time()).isEqualTo(NOW);
        assertThat(opened.header().suspensionSequence()).isEqualTo(7);
        assertThat(opened.header().messageId())
                .isEqualTo(request.ticket().messageId())
                .hasSize(16);
        assertThat(opened.header().requestId()).isEmpty();

        ModernEnvelope.OpenedAnswer answer =
                sites.a.envelope.openAnswer(sites.b.answers(opened, RESULT), request.ticket());
        assertThat(answer.payload()).isEqualTo(RESULT);
        assertThat(answer.header().requestId()).isEqualTo(request.ticket().messageId());
        assertThat(answer.header().suspensionSequence()).isEqualTo(9);
    }

    @Test
    void news_of_the_keys_travel_under_the_signature() {
        SealedRequest request = sites.a.asks(sites.b, CALL);
        OpenedRequest opened = sites.b.opens(request.body(), sites.a);
        News news = new News(sites.b.recipientKey().encoded(), sites.c.identity.fingerprint());
        byte[] answer = sites.b.envelope.sealAnswer(opened, RESULT, NOW, 0, news);
        News told =
                sites.a.envelope.openAnswer(answer, request.ticket()).header().news();
        assertThat(told.recipientKey()).isEqualTo(news.recipientKey());
        assertThat(told.currentFingerprint()).isEqualTo(news.currentFingerprint());
    }

    @Test
    void messages_share_a_window_and_nothing_else() {
        SealedRequest one = sites.a.asks(sites.b, CALL);
        SealedRequest two = sites.a.asks(sites.b, CALL);
        assertThat(cipherValue(one.body(), 1)).isEqualTo(cipherValue(two.body(), 1));
        assertThat(cipherValue(one.body(), 0)).isNotEqualTo(cipherValue(two.body(), 0));
        assertThat(sites.b.opens(two.body(), sites.a).payload()).isEqualTo(CALL);
        assertThat(sites.b.opens(one.body(), sites.a).payload()).isEqualTo(CALL);
    }

    @Test
    void the_same_request_answered_twice_has_two_keys() {
        OpenedRequest opened = sites.b.opens(sites.a.asks(sites.b, CALL).body(), sites.a);
        byte[] one = cipherValue(sites.b.answers(opened, RESULT), 0);
        byte[] two = cipherValue(sites.b.answers(opened, RESULT), 0);
        assertThat(java.util.Arrays.copyOf(one, 32)).isNotEqualTo(java.util.Arrays.copyOf(two, 32));
    }

    @Test
    void an_answer_to_another_request_is_refused() {
        SealedRequest one = sites.a.asks(sites.b, CALL);
        SealedRequest two = sites.a.asks(sites.b, CALL);
        byte[] answerToOne = sites.b.answers(sites.b.opens(one.body(), sites.a), RESULT);
        refused(Refusal.CANNOT_DECRYPT, () -> sites.a.envelope.openAnswer(answerToOne, two.ticket()));
        assertThat(sites.a.envelope.openAnswer(answerToOne, one.ticket()).payload())
                .isEqualTo(RESULT);
    }

    @Test
    void a_request_sent_back_is_no_answer() {
        SealedRequest request = sites.a.asks(sites.b, CALL);
        byte[] reflected = withWwwroot(request.body(), "https://a.example.org", "https://b.example.org/learn");
        refused(Refusal.CANNOT_DECRYPT, () -> sites.a.envelope.openAnswer(reflected, request.ticket()));
    }

    @Test
    void a_request_for_another_network_is_refused() {
        byte[] body = sites.a.asks(sites.b, CALL).body();
        refused(Refusal.WRONG_CONTEXT, () -> sites.b.opens(body, sites.a.asPeer("", "https://other-hub.example.org")));
    }

    @Test
    void another_network_in_the_facts_changes_the_keys() {
        byte[] body = sites.a.asks(sites.b, CALL).body();
        SealedEnvelope sealed = ((Shape.Sealed) sites.wire.reader.read(body)).envelope();
        WindowFacts facts = sites.b.envelope.facts(sealed);
        WindowFacts other =
                new WindowFacts("", facts.senderFingerprint(), facts.recipientFingerprint(), facts.recipientKey());
        SealedEnvelope altered = new SealedEnvelope(
                sealed.suite(), sealed.wwwroot(), sealed.key(), sealed.ciphertext(), other.encoded());
        refused(
                Refusal.CANNOT_DECRYPT,
                () -> sites.b.envelope.openRequest(
                        altered, sites.b.identity, sites.a.asPeer("", NETWORK), sites.b.recipientSecret(), NOW));
    }

    @Test
    void a_request_passed_on_to_a_third_site_is_refused() {
        byte[] body = sites.a.asks(sites.b, CALL).body();
        refused(Refusal.WRONG_CONTEXT, () -> sites.c.opens(body, sites.a));
    }

    /** A recipient can open what it got, and can seal the signed text anew, but not sign the new context. */
    @Test
    void a_signed_text_sealed_anew_for_a_third_site_is_refused() {
        OpenedRequest opened = sites.b.opens(sites.a.asks(sites.b, CALL).body(), sites.a);
        ModernContext forC = new ModernContext(
                sites.a.identity.wwwroot(),
                sites.c.identity.wwwroot(),
                new WindowFacts(
                        NETWORK,
                        sites.a.identity.fingerprint(),
                        sites.c.identity.fingerprint(),
                        sites.c.recipientKey().sha256()),
                opened.context().encapsulated());
        byte[] header = HeaderCodec.encode(HeaderCodec.head(opened.context(), Direction.REQUEST), opened.header());
        refused(
                Refusal.WRONG_CONTEXT,
                () -> HeaderCodec.decode(header, HeaderCodec.head(forC, Direction.REQUEST), Direction.REQUEST));
        refused(
                Refusal.WRONG_CONTEXT,
                () -> HeaderCodec.decode(
                        header, HeaderCodec.head(opened.context(), Direction.ANSWER), Direction.ANSWER));
    }

    @Test
    void somebody_else_cannot_call_in_the_name_of_a_site() {
        ModernIdentity liar =
                new ModernIdentity(sites.a.identity.wwwroot(), sites.a.identity.fingerprint(), sites.c.keys.ed25519());
        byte[] body = sites.c
                .envelope
                .sealRequest(CALL, liar, sites.b.asPeer(NETWORK), sites.b.recipientKey(), NETWORK, NOW, 0)
                .body();
        refused(Refusal.BAD_SIGNATURE, () -> sites.b.opens(body, sites.a));
    }

    @Test
    void a_lost_recipient_key_opens_nothing() {
        byte[] body = sites.a.asks(sites.b, CALL).body();
        SealedEnvelope sealed = ((Shape.Sealed) sites.wire.reader.read(body)).envelope();
        X25519PrivateKey other = sites.wire.engine.x25519().generate();
        refused(
                Refusal.CANNOT_DECRYPT,
                () -> sites.b.envelope.openRequest(sealed, sites.b.identity, sites.a.asPeer(NETWORK), other, NOW));
    }

    @Test
    void weak_encapsulated_keys_are_refused() {
        byte[] body = sites.a.asks(sites.b, CALL).body();
        SealedEnvelope sealed = ((Shape.Sealed) sites.wire.reader.read(body)).envelope();
        byte[] nonCanonical = new byte[32];
        java.util.Arrays.fill(nonCanonical, (byte) 0xFF);
        for (byte[] weak : new byte[][] {new byte[32], one(), nonCanonical, new byte[31], new byte[0]}) {
            SealedEnvelope altered =
                    new SealedEnvelope(sealed.suite(), sealed.wwwroot(), weak, sealed.ciphertext(), sealed.window());
            refused(
                    Refusal.WEAK_KEY,
                    () -> sites.b.envelope.openRequest(
                            altered, sites.b.identity, sites.a.asPeer(NETWORK), sites.b.recipientSecret(), NOW));
        }
    }

    @Test
    void every_damaged_byte_is_noticed() {
        SealedRequest request = sites.a.asks(sites.b, CALL);
        byte[] data = cipherValue(request.body(), 0);
        for (int at = 0; at < data.length; at += 7) {
            byte[] damaged = data.clone();
            damaged[at] ^= 1;
            byte[] body = withCipherValue(request.body(), damaged);
            refused(Refusal.CANNOT_DECRYPT, () -> sites.b.opens(body, sites.a));
        }
    }

    @Test
    void a_plain_answer_is_not_believed() {
        SealedRequest request = sites.a.asks(sites.b, CALL);
        refused(Refusal.PLAIN_FAULT, () -> sites.a.envelope.openAnswer(RESULT, request.ticket()));
    }

    static EnvelopeException refused(Refusal expected, ThrowingCallable attempt) {
        EnvelopeException refused = catchThrowableOfType(EnvelopeException.class, attempt);
        assertThat(refused).isNotNull();
        assertThat(refused.refusal()).as(refused.detail()).isEqualTo(expected);
        return refused;
    }

    private static byte[] one() {
        byte[] one = new byte[32];
        one[0] = 1;
        return one;
    }

    static byte[] cipherValue(byte[] body, int index) {
        Matcher matcher = Pattern.compile("<CipherValue>([^<]*)</CipherValue>").matcher(new String(body, UTF_8));
        for (int i = 0; i <= index; i++) {
            assertThat(matcher.find()).isTrue();
        }
        return Base64.getDecoder().decode(matcher.group(1));
    }

    private static byte[] withCipherValue(byte[] body, byte[] data) {
        return new String(body, UTF_8)
                .replaceFirst(
                        "<CipherValue>[^<]*</CipherValue>",
                        "<CipherValue>" + Base64.getEncoder().encodeToString(data) + "</CipherValue>")
                .getBytes(UTF_8);
    }

    private static byte[] withWwwroot(byte[] body, String from, String to) {
        return new String(body, UTF_8)
                .replace("<wwwroot>" + from, "<wwwroot>" + to)
                .getBytes(UTF_8);
    }
}
