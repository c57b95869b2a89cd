package network.constellation.peer.outbound;

/** No usable answer came: not connected, refused by the guard, too slow, or not an answer of that peer to this call. */
public final class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean mayHaveArrived;

    /** @param mayHaveArrived whether the peer may have executed the call all the same */
    public UnreachableException(String why, boolean mayHaveArrived) {
        super(why, null, false, false);
        this.mayHaveArrived = mayHaveArrived;
    }

    public boolean mayHaveArrived() {
        return mayHaveArrived;
    }

    /** The reason in words, never null. */
    public String why() {
        String message = getMessage();
        return message == null ? "unknown" : message;
    }
}
