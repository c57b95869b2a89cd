package network.constellation.hub.orders;

/** What was asked cannot be ordered; no site was asked to change anything. The message is a sentence. */
public final class OrderRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OrderRefused(String sentence) {
        super(sentence, null, false, false);
    }
}
