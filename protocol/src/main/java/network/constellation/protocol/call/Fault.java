package network.constellation.protocol.call;

/**
 * A refusal as peers see it: a code and a sentence (mnet-wire.md 9). Peers decide on the code only. The
 * {@link #reason} is for our own audit and never leaves the node.
 */
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String text;
    private final String reason;

    /** @param reason a short machine-readable word for the audit, such as {@code bad-signature} */
    public Fault(int code, String text, String reason) {
        super(text, null, false, false);
        this.code = code;
        this.text = text;
        this.reason = reason;
    }

    public Fault(int code, String text) {
        this(code, text, "fault-" + code);
    }

    public int code() {
        return code;
    }

    public String text() {
        return text;
    }

    public String reason() {
        return reason;
    }
}
