package network.constellation.protocol.envelope;

import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import network.constellation.keys.address.Wwwroot;

/** The caller's side of a legacy call: opens and verifies an answer (mnet-wire.md 2.5, 5 and 9.5). Thread-safe. */
public final class AnswerOpener {
    /** How far an answer's clock may be ahead of ours (mnet-wire.md 9.5). */
    public static final Duration MAX_DRIFT = Duration.ofSeconds(15);

    /**
     * What the answer must satisfy.
     *
     * @param layers of our request; a plain answer to a layered request is refused whatever it says
     * @param peer whom we called; the answer must name it, inside and outside
     * @param certificatePem the certificate we know of it
     * @param ownKeys that may open the answer: current, then archived
     */
    public record Expected(
            Layers layers,
            Wwwroot peer,
            String certificatePem,
            List<PrivateKey> ownKeys,
            Instant sent,
            Instant received,
            Duration maxDrift) {}

    /**
     * @throws EnvelopeException {@code not-encrypted}, {@code unsigned}, {@code plaintext-fault-untrusted},
     *     {@code cannot-decrypt}, {@code bad-signature}, {@code digest-mismatch}, {@code wwwroot-mismatch},
     *     {@code clock-drift}, {@code rekey-signature-invalid}, {@code rekey-certificate-invalid}, ...
     */
    public Answer open(byte[] body, Expected expected) {
        throw new UnsupportedOperationException("lands in minutes");
    }

    /** The same in two steps, for those who look up the replay key of the answer first. */
    public Answer open(Shape body, Expected expected) {
        throw new UnsupportedOperationException("lands in minutes");
    }
}
