package network.constellation.peer.web;

import network.constellation.peer.web.text.Message;

/** The request cannot be answered; the visitor is told why, in a sentence, on one of our error pages. */
public final class PageProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Message reason;

    public PageProblem(int status, Message reason) {
        super(status + " " + reason.key(), null, false, false);
        this.status = status;
        this.reason = reason;
    }

    int status() {
        return status;
    }

    Message reason() {
        return reason;
    }
}
