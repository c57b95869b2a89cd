package network.constellation.protocol.envelope;

/** A modern request, opened and verified; what the answer is sealed with stays inside the package. */
public final class OpenedRequest {
    private final byte[] payload;
    private final ModernHeader header;
    private final WindowFacts facts;

    OpenedRequest(byte[] payload, ModernHeader header, WindowFacts facts) {
        this.payload = payload;
        this.header = header;
        this.facts = facts;
    }

    /** The exact bytes of the XML-RPC document. */
    public byte[] payload() {
        return payload;
    }

    public ModernHeader header() {
        return header;
    }

    public WindowFacts facts() {
        return facts;
    }
}
