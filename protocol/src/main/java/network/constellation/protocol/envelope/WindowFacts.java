package network.constellation.protocol.envelope;

import network.constellation.keys.provider.FieldReader;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.keys.provider.MalformedFieldsException;

/**
 * The public facts of a modern window, in clear text beside the encapsulated key and bound by the key derivation: they
 * tell the recipient which keys to use, and prove nothing (docs/protocol/modern-suite.md 4).
 *
 * @param network as in {@link ModernPeer#networks}
 * @param senderFingerprint 32 bytes: which generation of the sender's keys signs
 * @param recipientFingerprint 32 bytes: to which generation of our keys it speaks
 * @param recipientKey 32 bytes: which of our daily X25519 keys it uses ({@code RecipientKey.sha256})
 */
public record WindowFacts(String network, byte[] senderFingerprint, byte[] recipientFingerprint, byte[] recipientKey) {
    private static final String PREFIX = "constellation:window:1";
    private static final int MAX_NETWORK = 255;

    /** @throws EnvelopeException {@code malformed} */
    static WindowFacts parse(byte[] encoded) {
        try {
            FieldReader in = new FieldReader(encoded, PREFIX);
            WindowFacts facts = new WindowFacts(in.text(), in.bytes(), in.bytes(), in.bytes());
            in.end();
            if (facts.network.length() <= MAX_NETWORK
                    && facts.senderFingerprint.length == 32
                    && facts.recipientFingerprint.length == 32
                    && facts.recipientKey.length == 32) {
                return facts;
            }
        } catch (MalformedFieldsException malformed) {
            throw new EnvelopeException(Refusal.MALFORMED, "The facts of the window: " + malformed.getMessage());
        }
        throw new EnvelopeException(Refusal.MALFORMED, "The facts of the window have fields of a wrong length.");
    }

    byte[] encoded() {
        return new FieldWriter(PREFIX)
                .add(network)
                .add(senderFingerprint)
                .add(recipientFingerprint)
                .add(recipientKey)
                .bytes();
    }
}
