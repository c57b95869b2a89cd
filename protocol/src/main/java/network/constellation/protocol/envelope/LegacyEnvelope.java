package network.constellation.protocol.envelope;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import network.constellation.keys.address.Wwwroot;

/**
 * The envelopes that Moodle and Mahara speak (mnet-wire.md 3 to 5): RSA, SHA-1, RC4. Thread-safe.
 */
public final class LegacyEnvelope {
    /** Where a Moodle publishes its key, as the signed envelope names it. */
    public static final String MOODLE_KEY_PAGE = "/mnet/publickey.php";
    /** The same of a Mahara. */
    public static final String MAHARA_KEY_PAGE = "/api/xmlrpc/publickey.php";

    /**
     * What an envelope held.
     *
     * @param keyIndex which of the keys opened it: 0 the current one, more an archived one (fault 7025)
     * @param inside {@link Shape.Signed} or {@link Shape.Plain}
     */
    public record Opened(int keyIndex, Shape inside) {
        public boolean withArchivedKey() {
            return keyIndex > 0;
        }
    }

    /**
     * Opens with the first key that fits, keys tried in the given order with implicit rejection: a bad block, a wrong
     * length and garbage inside are one refusal that costs the same (protocol-security.md 2).
     *
     * @param keys current key first, then archived ones, newest first
     * @param charge run before each RSA operation; may throw to stop an exhausted budget
     * @throws EnvelopeException {@code cannot-decrypt}, or with the same fault 7023 {@code malformed},
     *     {@code doctype}
     */
    public Opened open(SealedEnvelope envelope, List<PrivateKey> keys, Runnable charge) {
        throw new UnsupportedOperationException("lands in minutes");
    }

    /**
     * Verifies signature, digest and names, in this order: the signature by the key of the peer that the inner
     * wwwroot names, then the digest, then outer = inner.
     *
     * @param keyOfInner the stored key of the peer named by {@code part.wwwroot()}
     * @param outer the outer wwwroot as sent; the inner one for a message that was not encrypted
     * @throws EnvelopeException {@code unsigned}, {@code bad-signature}, {@code digest-mismatch},
     *     {@code wwwroot-mismatch}
     */
    public void verify(SignedPart part, PublicKey keyOfInner, String outer) {
        throw new UnsupportedOperationException("lands in minutes");
    }

    /** The signed envelope around a document: deterministic (mnet-wire.md 3). */
    public byte[] sign(byte[] payload, Wwwroot sender, Instant timestamp, PrivateKey key, String keyPage) {
        throw new UnsupportedOperationException("lands in minutes");
    }

    /** The encrypted envelope around anything, with a fresh session key (mnet-wire.md 4). */
    public byte[] seal(byte[] content, Wwwroot sender, PublicKey recipient) {
        throw new UnsupportedOperationException("lands in minutes");
    }

    /**
     * Wraps an answer in the layers of its request (mnet-wire.md 5).
     *
     * @param key the current key; the archived one that opened the request for fault 7025
     */
    public byte[] wrap(
            byte[] payload,
            Layers layers,
            Wwwroot sender,
            Instant timestamp,
            PrivateKey key,
            String keyPage,
            PublicKey recipient) {
        byte[] content = layers.signed() ? sign(payload, sender, timestamp, key, keyPage) : payload;
        return layers.encrypted() ? seal(content, sender, recipient) : content;
    }
}
