package network.constellation.protocol.admission;

/** A text that is not a whole invitation; the message says so to whoever pasted it. */
public final class InvalidInvitationException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public InvalidInvitationException(String message) {
        super(message);
    }
}
