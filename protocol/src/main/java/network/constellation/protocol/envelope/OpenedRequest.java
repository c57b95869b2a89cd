package network.constellation.protocol.envelope;

import network.constellation.keys.suite.HpkeContext;

/** A modern request, opened and verified; what its answer is sealed with stays inside the package. */
public final class OpenedRequest {
    private final byte[] payload;
    private final ModernHeader header;
    private final ModernContext context;
    private final byte[] contextHash;
    private final HpkeContext window;
    private final ModernIdentity own;

    OpenedRequest(
            byte[] payload,
            ModernHeader header,
            ModernContext context,
            byte[] contextHash,
            HpkeContext window,
            ModernIdentity own) {
        this.payload = payload;
        this.header = header;
        this.context = context;
        this.contextHash = contextHash;
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
        return context.facts();
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

    ModernIdentity own() {
        return own;
    }
}
