package network.constellation.peer.jobs;

/** Ends a step because its job was cancelled. */
public final class JobCancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JobCancelled() {
        super("cancelled", null, false, false);
    }
}
