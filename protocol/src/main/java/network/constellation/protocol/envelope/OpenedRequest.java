package network.constellation.protocol.envelope;

/** A modern request, opened and verified; what its answer is sealed with stays inside the package. */
public final class OpenedRequest {
    private final byte[] payload;
    private final ModernHeader header;
    private final ModernWindow window;
    private final ModernIdentity own;

    OpenedRequest(byte[] payload, ModernHeader header, ModernWindow window, ModernIdentity own) {
        this.payload = payload;
        this.header = header;
        this.window = window;
        this.own = own;
    }

    /** The exact bytes of the XML-RPC document; not to be changed. */
    public byte[] payload() {
        return payload;
    }

    public ModernHeader header() {
        return header;
    }

    public WindowFacts facts() {
        return context().facts();
    }

    ModernContext context() {
        return window.context();
    }

    ModernWindow window() {
        return window;
    }

    ModernIdentity own() {
        return own;
    }
}
