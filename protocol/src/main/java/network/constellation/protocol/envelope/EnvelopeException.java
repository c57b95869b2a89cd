package network.constellation.protocol.envelope;

/** An envelope that is refused; the message is for our own audit and never leaves the node. */
public final class EnvelopeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    /** @param detail one sentence for the administrator, without secrets */
    public EnvelopeException(Refusal refusal, String detail) {
        super(detail, null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** The manifest's word, such as {@code bad-signature}. */
    public String reason() {
        return refusal.word();
    }

    public int faultCode() {
        return refusal.faultCode();
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
