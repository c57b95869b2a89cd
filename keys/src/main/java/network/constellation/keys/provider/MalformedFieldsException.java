package network.constellation.keys.provider;

/** Bytes that {@link FieldWriter} cannot have written. */
public final class MalformedFieldsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public MalformedFieldsException(String what) {
        super("The document " + what + ".");
        this.sentence = "The document " + what + ".";
    }

    /** What is wrong, in one sentence for people. */
    public String sentence() {
        return sentence;
    }
}
