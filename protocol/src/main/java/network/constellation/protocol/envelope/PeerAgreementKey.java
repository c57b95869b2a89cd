package network.constellation.protocol.envelope;

/**
 * A peer's daily X25519 key whose statement we verified.
 *
 * @param id 16 bytes
 * @param publicKey 32 bytes
 */
public record PeerAgreementKey(byte[] id, byte[] publicKey) {}
