package network.constellation.protocol.envelope;

import java.time.Instant;

/**
 * The signed facts of a modern message (protocol-security.md 1.2 and 1.3), verified.
 *
 * @param messageId 16 random bytes; with the sender the replay key
 * @param time to milliseconds
 * @param suspensionSequence number of the newest suspension list the sender holds; 0 for none
 * @param requestId in an answer the id of its request, else empty
 * @param news in an answer, what is new about the answering side's keys
 */
public record ModernHeader(byte[] messageId, Instant time, long suspensionSequence, byte[] requestId, News news) {
    /** Length of a message id in bytes. */
    public static final int ID_LENGTH = 16;
}
