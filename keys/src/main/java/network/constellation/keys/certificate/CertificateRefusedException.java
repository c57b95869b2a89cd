package network.constellation.keys.certificate;

/** A certificate that may not become a peer's key; the message is for people, {@link #reason} for code. */
public final class CertificateRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String sentence;

    public CertificateRefusedException(Reason reason, String sentence) {
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

    /** Why; {@link #code} is the number that Moodle gives to the same finding (mnet-wire.md 2.2), 3 for all others. */
    public enum Reason {
        /** No X.509 certificate in PEM. */
        UNREADABLE(3),
        /** Readable, but not byte for byte the form in which peers exchange certificates. */
        NOT_CANONICAL(3),
        /** Not RSA, or too small. */
        WEAK_KEY(3),
        /** Not signed by its own key. */
        NOT_SELF_SIGNED(3),
        /** The common name is not the first 64 characters of the wwwroot. */
        WRONG_NAME(4),
        /** The alternative name in the subject is not the wwwroot. */
        WRONG_ADDRESS(5);

        private final int code;

        Reason(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }
}
