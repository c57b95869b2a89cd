package network.constellation.hub.approvals;

/** Nothing was done: it waits for a second person. The message says how that person goes on. */
public final class ApprovalNeeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int number;

    ApprovalNeeded(Approval approval) {
        super(
                "This needs a second administrator and waits as request " + approval.number()
                        + ": `hub approval approve " + approval.number()
                        + " --as USER --password-file FILE`, or the page /hub/approvals.",
                null,
                false,
                false);
        this.number = approval.number();
    }

    /** Of the request. */
    public int number() {
        return number;
    }
}
