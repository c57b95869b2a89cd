package network.constellation.protocol.envelope;

/**
 * What an answer tells about the answering side's keys, signed with the rest; a part is empty when there is nothing
 * new.
 *
 * @param recipientKey its newest {@code RecipientKey}, encoded, when the request used an older one
 * @param currentFingerprint the fingerprint of its current generation, when the request addressed an older one
 */
public record News(byte[] recipientKey, byte[] currentFingerprint) {
    public static final News NONE = new News(new byte[0], new byte[0]);
}
