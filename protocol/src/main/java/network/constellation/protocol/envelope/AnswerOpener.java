package network.constellation.protocol.envelope;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.xml.MalformedDocumentException;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;

/** The caller's side of a legacy call: opens and verifies an answer (mnet-wire.md 2.5, 5 and 9.5). Thread-safe. */
public final class AnswerOpener {
    /** How far an answer's clock may be ahead of ours (mnet-wire.md 9.5). */
    public static final Duration MAX_DRIFT = Duration.ofSeconds(15);

    private static final int OLD_KEY = 7025;
    private static final int CANNOT_OPEN = 7023;

    private final EnvelopeReader reader;
    private final LegacyEnvelope envelopes;
    private final XmlRpcCodec codec;

    public AnswerOpener(EnvelopeReader reader, LegacyEnvelope envelopes, XmlRpcCodec codec) {
        this.reader = reader;
        this.envelopes = envelopes;
        this.codec = codec;
    }

    /**
     * What the answer must satisfy.
     *
     * @param layers of our request; a plain answer to a layered request is refused whatever it says
     * @param peer whom we called; the answer must name it, inside and outside
     * @param certificate the one we know of it
     * @param ownKeys that may open the answer: current, then archived
     * @param sent when the request left
     * @param received when the answer had arrived
     */
    public record Expected(
            Layers layers,
            Wwwroot peer,
            SiteCertificate certificate,
            List<RsaPrivateKey> ownKeys,
            Instant sent,
            Instant received,
            Duration maxDrift) {}

    /**
     * @throws EnvelopeException {@code not-encrypted}, {@code unsigned}, {@code plaintext-fault-untrusted},
     *     {@code cannot-decrypt}, {@code bad-signature}, {@code digest-mismatch}, {@code wwwroot-mismatch},
     *     {@code clock-drift}, {@code rekey-signature-invalid}, {@code rekey-certificate-invalid}, ...
     */
    public Answer open(byte[] body, Expected expected) {
        return open(reader.read(trimmed(body)), expected);
    }

    /** The same in two steps, for those who look up the replay key of the answer first. */
    public Answer open(Shape body, Expected expected) {
        Shape inside = body;
        if (expected.layers().encrypted()) {
            if (!(body instanceof Shape.Sealed sealed)) {
                throw notEncrypted(body);
            }
            SealedEnvelope envelope = sealed.envelope();
            requirePeer(envelope.wwwroot(), expected.peer());
            inside = envelopes.open(envelope, expected.ownKeys(), () -> {}).inside();
        }
        if (!expected.layers().signed()) {
            return document(requirePlain(inside));
        }
        if (inside instanceof Shape.Plain plain) {
            throw unsigned(plain, expected.layers());
        }
        if (!(inside instanceof Shape.Signed signed)) {
            throw new EnvelopeException(Refusal.UNSIGNED, "The answer is not signed.");
        }
        return verified(signed.part(), expected);
    }

    private Answer verified(SignedPart part, Expected expected) {
        requirePeer(part.wwwroot(), expected.peer());
        try {
            envelopes.verify(part, expected.certificate().publicKey(), part.wwwroot());
        } catch (EnvelopeException refused) {
            if (refused.refusal() == Refusal.BAD_SIGNATURE && isFault(part.payload(), OLD_KEY)) {
                throw new EnvelopeException(
                        Refusal.REKEY_SIGNATURE_INVALID,
                        "A new key is offered by an answer that is not signed with the key we know.");
            }
            throw refused;
        }
        requireClock(part, expected);
        Answer.Document document = document(part.payload());
        if (document.response() instanceof MethodResponse.Failure fault && fault.code() == OLD_KEY) {
            return oldKey(document, fault, expected.peer());
        }
        return document;
    }

    /** Mahara sends 7025 with a mere sentence when no key opens the request: that is 7023 (mnet-wire.md 2.5). */
    private static Answer oldKey(Answer.Document document, MethodResponse.Failure fault, Wwwroot peer) {
        if (!fault.text().startsWith("-----BEGIN CERTIFICATE-----")) {
            return new Answer.Document(document.payload(), new MethodResponse.Failure(CANNOT_OPEN, fault.text()));
        }
        try {
            SiteCertificate certificate = SiteCertificate.parseCanonical(fault.text());
            certificate.checkBelongsTo(peer);
            return new Answer.RekeyProposed(certificate);
        } catch (CertificateRefusedException refused) {
            throw new EnvelopeException(
                    Refusal.REKEY_CERTIFICATE_INVALID, "The new certificate is refused: " + refused.getMessage());
        }
    }

    private static void requirePeer(String named, Wwwroot peer) {
        if (!named.equals(peer.value())) {
            throw new EnvelopeException(
                    Refusal.WWWROOT_MISMATCH, "The answer is of \"" + named + "\", not of " + peer + ".");
        }
    }

    /** Only the future is checked, with half the round trip taken off (mnet-wire.md 9.5). */
    private static void requireClock(SignedPart part, Expected expected) {
        OptionalLong seconds = part.seconds();
        if (seconds.isEmpty()) {
            return;
        }
        Duration half = Duration.between(expected.sent(), expected.received()).dividedBy(2);
        long ahead = seconds.getAsLong() - half.toSeconds() - expected.sent().getEpochSecond();
        if (ahead > expected.maxDrift().toSeconds()) {
            throw new EnvelopeException(
                    Refusal.CLOCK_DRIFT,
                    "The clock of " + expected.peer() + " is " + ahead + " s ahead; "
                            + expected.maxDrift().toSeconds() + " s are allowed.");
        }
    }

    private EnvelopeException notEncrypted(Shape body) {
        if (body instanceof Shape.Plain plain && isFault(plain.document(), null)) {
            return new EnvelopeException(
                    Refusal.PLAIN_FAULT, "The answer is a fault in clear text: nobody vouches for it.");
        }
        return new EnvelopeException(Refusal.NOT_ENCRYPTED, "The answer is not encrypted, though the request was.");
    }

    private EnvelopeException unsigned(Shape.Plain plain, Layers layers) {
        if (!layers.encrypted() && isFault(plain.document(), null)) {
            return new EnvelopeException(
                    Refusal.PLAIN_FAULT, "The answer is a fault in clear text: nobody vouches for it.");
        }
        return new EnvelopeException(Refusal.UNSIGNED, "The answer is not signed, though the request was.");
    }

    private static byte[] requirePlain(Shape inside) {
        if (inside instanceof Shape.Plain plain) {
            return plain.document();
        }
        throw new EnvelopeException(Refusal.MALFORMED, "The answer has more layers than the request.");
    }

    private Answer.Document document(byte[] payload) {
        try {
            return new Answer.Document(payload, codec.readResponse(payload));
        } catch (MalformedDocumentException malformed) {
            Refusal refusal = malformed.reason() == MalformedDocumentException.Reason.DOCTYPE
                    ? Refusal.DOCTYPE
                    : Refusal.MALFORMED;
            throw new EnvelopeException(refusal, "The answer's document is refused: " + malformed.getMessage());
        }
    }

    private boolean isFault(byte[] payload, @org.jspecify.annotations.Nullable Integer code) {
        try {
            return codec.readResponse(payload) instanceof MethodResponse.Failure fault
                    && (code == null || fault.code() == code);
        } catch (MalformedDocumentException notADocument) {
            return false;
        }
    }

    /** Clients trim white space around the body (mnet-wire.md 5). */
    private static byte[] trimmed(byte[] body) {
        int start = 0;
        int end = body.length;
        while (start < end && body[start] >= 0 && body[start] <= ' ') {
            start++;
        }
        while (end > start && body[end - 1] >= 0 && body[end - 1] <= ' ') {
            end--;
        }
        return start == 0 && end == body.length ? body : java.util.Arrays.copyOfRange(body, start, end);
    }
}
