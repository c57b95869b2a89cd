package network.constellation.keys.identity;

/** Keys that may not become a peer's identity; the message is for people, {@link #reason} for code. */
public final class IdentityRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String sentence;

    public IdentityRefusedException(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
        this.sentence = sentence;
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong, in one sentence for people. */
    public String sentence() {
        return sentence;
    }

    /** Why. */
    public enum Reason {
        /** Not the form of a bundle or of its parts. */
        MALFORMED,
        /** A key that is small, of small order or not canonical. */
        WEAK_KEY,
        /** Speaks of another site than the one that offers it. */
        WRONG_SITE,
        /** Speaks of another RSA or Ed25519 key than those it came with. */
        WRONG_KEY,
        /** A signature of the statement, or of the recipient key, does not verify. */
        BAD_SIGNATURE,
        /** The certificate announces modern keys, and they did not come with it: somebody may have stripped them. */
        OFFER_MISSING,
        /** The modern keys are not those that the certificate announces. */
        OFFER_MISMATCH
    }
}
