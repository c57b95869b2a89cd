package network.constellation.hub.approvals;

/** Somebody may not approve this, or not any more; the message is a sentence for them. */
public final class ApprovalRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ApprovalRefused(String sentence) {
        super(sentence, null, false, false);
    }
}
