package network.constellation.protocol.envelope;

/**
 * The public facts of a modern window, in clear text beside the encapsulated key and bound by the key derivation: they
 * tell the recipient which keys to use, and prove nothing.
 *
 * @param network as in {@link ModernPeer#networks}
 * @param senderFingerprint 32 bytes: which generation of the sender's keys signs
 * @param recipientFingerprint 32 bytes: to which generation of our keys it speaks
 * @param agreementKeyId 16 bytes: which of our daily X25519 keys it uses
 */
public record WindowFacts(
        String network, byte[] senderFingerprint, byte[] recipientFingerprint, byte[] agreementKeyId) {}
