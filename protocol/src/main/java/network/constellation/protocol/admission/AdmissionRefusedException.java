package network.constellation.protocol.admission;

/** A request to be admitted that is not what it says; the reason is for the audit of the hub. */
public final class AdmissionRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    AdmissionRefusedException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** One of {@code malformed}, {@code bad-signature}, {@code wrong-hub}, {@code wrong-network}, {@code stale}. */
    public String reason() {
        return reason;
    }
}
