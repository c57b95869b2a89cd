package network.constellation.peer.tenant;

/** A request about tenants that cannot be met; the message is the sentence an administrator reads. */
public final class TenantException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TenantException(String sentence) {
        super(sentence, null, false, false);
    }
}
