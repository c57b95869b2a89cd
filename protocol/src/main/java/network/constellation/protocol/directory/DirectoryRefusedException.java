package network.constellation.protocol.directory;

/** A directory, delta, delegation or suspension list that must not be used; nothing of it was. */
public final class DirectoryRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    public DirectoryRefusedException(Refusal refusal, String sentence) {
        super(sentence);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** What was wrong, for people. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** @param what such as "The delegation" */
    static DirectoryRefusedException malformed(String what, IllegalArgumentException why) {
        return malformed(what + " cannot be read: " + why.getMessage());
    }

    static DirectoryRefusedException malformed(String sentence) {
        return new DirectoryRefusedException(Refusal.MALFORMED, sentence);
    }
}
