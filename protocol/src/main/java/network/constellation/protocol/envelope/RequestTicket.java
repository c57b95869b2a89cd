package network.constellation.protocol.envelope;

/** What the caller keeps of one request to open its answer. Lives in memory, for one exchange. */
public final class RequestTicket {
    private final byte[] messageId;

    RequestTicket(byte[] messageId) {
        this.messageId = messageId;
    }

    /** The id of the request: 16 bytes. */
    public byte[] messageId() {
        return messageId.clone();
    }
}
