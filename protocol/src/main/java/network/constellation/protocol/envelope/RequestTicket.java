package network.constellation.protocol.envelope;

import network.constellation.keys.suite.HpkeContext;

/** What the caller keeps of one request to open its answer. Lives in memory, for one exchange. */
public final class RequestTicket {
    private final ModernContext context;
    private final byte[] contextHash;
    private final HpkeContext window;
    private final ModernPeer peer;
    private final byte[] messageId;

    RequestTicket(ModernContext context, byte[] contextHash, HpkeContext window, ModernPeer peer, byte[] messageId) {
        this.context = context;
        this.contextHash = contextHash;
        this.window = window;
        this.peer = peer;
        this.messageId = messageId;
    }

    /** The id of the request: 16 bytes. */
    public byte[] messageId() {
        return messageId.clone();
    }

    ModernContext context() {
        return context;
    }

    byte[] contextHash() {
        return contextHash;
    }

    HpkeContext window() {
        return window;
    }

    ModernPeer peer() {
        return peer;
    }
}
