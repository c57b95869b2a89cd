package network.constellation.protocol.envelope;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Digests;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.keys.provider.RsaPublicKey;
import network.constellation.keys.suite.LegacyCrypto;

/**
 * The envelopes that Moodle and Mahara speak (mnet-wire.md 3 to 5): RSA, SHA-1, RC4. Thread-safe.
 */
public final class LegacyEnvelope {
    /** Where a Moodle publishes its key, as the signed envelope names it. */
    public static final String MOODLE_KEY_PAGE = "/mnet/publickey.php";
    /** The same of a Mahara. */
    public static final String MAHARA_KEY_PAGE = "/api/xmlrpc/publickey.php";

    /** Enough to see how the plaintext begins. */
    private static final int PEEK = 64;

    private static final List<String> BEGINNINGS = List.of("<?xml", "<signedmessage", "<methodcall", "<methodresponse");

    private final LegacyCrypto crypto;
    private final EnvelopeReader reader;

    public LegacyEnvelope(CryptoEngine engine, EnvelopeReader reader) {
        this.crypto = new LegacyCrypto(engine);
        this.reader = reader;
    }

    /**
     * What an envelope held.
     *
     * @param keyIndex which of the keys opened it: 0 the current one, more an archived one (fault 7025)
     * @param content the exact bytes that were sealed
     * @param inside {@link Shape.Signed} or {@link Shape.Plain}
     */
    public record Opened(int keyIndex, byte[] content, Shape inside) {
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
    public Opened open(SealedEnvelope envelope, List<RsaPrivateKey> keys, Runnable charge) {
        for (int i = 0; i < keys.size(); i++) {
            charge.run();
            byte[] sessionKey = crypto.unwrap(keys.get(i), envelope.key());
            byte[] beginning = Arrays.copyOf(envelope.ciphertext(), Math.min(PEEK, envelope.ciphertext().length));
            if (beginsAsItMust(crypto.rc4(sessionKey, beginning))) {
                byte[] content = crypto.rc4(sessionKey, envelope.ciphertext());
                return new Opened(i, content, reader.readInside(content));
            }
        }
        String detail = envelope.key().length == 0 && envelope.ciphertext().length == 0
                ? "Both cipher values are empty: the sender's OpenSSL cannot do RC4 (legacy provider not enabled)."
                : "None of our keys opens the envelope.";
        throw new EnvelopeException(Refusal.CANNOT_DECRYPT, detail);
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
    public void verify(SignedPart part, RsaPublicKey keyOfInner, String outer) {
        if (!part.signaturePresent()) {
            throw new EnvelopeException(Refusal.UNSIGNED, "The signature is empty.");
        }
        if (!crypto.verify(keyOfInner, part.payload(), part.signature())) {
            throw new EnvelopeException(
                    Refusal.BAD_SIGNATURE, "The signature does not fit the key we know of " + part.wwwroot() + ".");
        }
        // Genuine senders always write it right, though no PHP receiver looks at it (mnet-wire.md 12).
        String digest = HexFormat.of().formatHex(Digests.sha1(part.payload()));
        if (!digest.equalsIgnoreCase(part.digest())) {
            throw new EnvelopeException(Refusal.DIGEST_MISMATCH, "The digest is not the one of the payload.");
        }
        if (!part.wwwroot().equals(outer)) {
            throw new EnvelopeException(
                    Refusal.WWWROOT_MISMATCH,
                    "Outside the sender is " + outer + ", inside it is " + part.wwwroot() + ".");
        }
    }

    /** The signed envelope around a document: deterministic (mnet-wire.md 3). */
    public byte[] sign(byte[] payload, Wwwroot sender, Instant timestamp, RsaPrivateKey key, String keyPage) {
        return LegacyText.signed(
                payload,
                HexFormat.of().formatHex(Digests.sha1(payload)),
                crypto.sign(key, payload),
                sender.value(),
                keyPage,
                Long.toString(timestamp.getEpochSecond()));
    }

    /** The encrypted envelope around anything, with a fresh session key (mnet-wire.md 4). */
    public byte[] seal(byte[] content, Wwwroot sender, RsaPublicKey recipient) {
        byte[] sessionKey = crypto.newSessionKey();
        return LegacyText.sealed(crypto.rc4(sessionKey, content), crypto.wrap(recipient, sessionKey), sender.value());
    }

    /**
     * Wraps a document in layers; an answer has those of its request (mnet-wire.md 5).
     *
     * @param key the current key; for fault 7025 the archived one that opened the request
     */
    public byte[] wrap(
            byte[] payload,
            Layers layers,
            Wwwroot sender,
            Instant timestamp,
            RsaPrivateKey key,
            String keyPage,
            RsaPublicKey recipient) {
        byte[] content = layers.signed() ? sign(payload, sender, timestamp, key, keyPage) : payload;
        return layers.encrypted() ? seal(content, sender, recipient) : content;
    }

    /** "Opened" means that the plaintext begins as it must: an XML declaration or one of the three roots. */
    private static boolean beginsAsItMust(byte[] plain) {
        int start = 0;
        while (start < plain.length && plain[start] >= 0 && plain[start] <= ' ') {
            start++;
        }
        for (String beginning : BEGINNINGS) {
            if (startsWith(plain, start, beginning)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] plain, int start, String lowerCase) {
        if (plain.length - start < lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            int character = plain[start + i];
            int lower = character >= 'A' && character <= 'Z' ? character + ('a' - 'A') : character;
            if (lower != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
