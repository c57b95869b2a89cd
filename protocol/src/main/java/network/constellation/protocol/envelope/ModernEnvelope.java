package network.constellation.protocol.envelope;

import java.time.Instant;

/**
 * The envelopes of the modern suite (docs/protocol/modern-suite.md, protocol-security.md 1): an HPKE context per
 * window, AES-256-GCM per message, Ed25519 inside. Thread-safe; one per node, shared by its tenants.
 */
public final class ModernEnvelope {

    /** A sealed request, and what is needed to open its answer. */
    public record SealedRequest(byte[] body, RequestTicket ticket) {}

    /** A verified answer. */
    public record OpenedAnswer(byte[] payload, ModernHeader header, News news) {}

    /**
     * What the answering side tells about its keys, signed with the rest; each part empty when there is nothing new.
     *
     * @param agreementStatement its newest daily key statement, encoded, when the request used an older one
     * @param currentFingerprint its current generation, when the request addressed an older one
     */
    public record News(byte[] agreementStatement, byte[] currentFingerprint) {
        public static final News NONE = new News(new byte[0], new byte[0]);
    }

    /**
     * The public facts that tell which keys {@link #openRequest} needs.
     *
     * @throws EnvelopeException {@code malformed}
     */
    public WindowFacts facts(SealedEnvelope envelope) {
        throw new UnsupportedOperationException("lands in minutes");
    }

    /**
     * Opens and verifies a request. The window is remembered only when the signature holds.
     *
     * @param own our generation whose fingerprint is the facts' recipient
     * @param sender the peer's generation whose fingerprint is the facts' sender
     * @param agreementKeys our living daily keys
     * @throws EnvelopeException {@code stale-agreement-key}, {@code cannot-decrypt}, {@code bad-signature},
     *     {@code wrong-context}, ...
     */
    public OpenedRequest openRequest(
            SealedEnvelope envelope, ModernIdentity own, ModernPeer sender, AgreementKeys agreementKeys, Instant now) {
        throw new UnsupportedOperationException("lands in minutes");
    }

    /** Seals the answer to a request from the context of that request, signed by the generation it addressed. */
    public byte[] sealAnswer(OpenedRequest request, byte[] payload, Instant now, long suspensionSequence, News news) {
        throw new UnsupportedOperationException("lands in minutes");
    }

    /**
     * Seals a request in the current window to this peer, opening a new one when it is used up.
     *
     * @param agreement the peer's verified daily key
     * @param network one that both share, the empty string between peers added by hand
     */
    public SealedRequest sealRequest(
            byte[] payload,
            ModernIdentity own,
            ModernPeer peer,
            PeerAgreementKey agreement,
            String network,
            Instant now,
            long suspensionSequence) {
        throw new UnsupportedOperationException("lands in minutes");
    }

    /**
     * Opens and verifies the answer to one request.
     *
     * @throws EnvelopeException {@code not-encrypted}, {@code cannot-decrypt}, {@code bad-signature},
     *     {@code wrong-request}, {@code plaintext-fault-untrusted}, ...
     */
    public OpenedAnswer openAnswer(byte[] body, RequestTicket ticket) {
        throw new UnsupportedOperationException("lands in minutes");
    }
}
