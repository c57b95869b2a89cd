package network.constellation.keys.certificate;

/** A text that is no PEM. */
public final class MalformedPemException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public MalformedPemException(String what) {
        super("The PEM text " + what + ".");
        this.sentence = "The PEM text " + what + ".";
    }

    /** What is wrong, in one sentence for people. */
    public String sentence() {
        return sentence;
    }
}
