package network.constellation.keys.provider;

/** Bytes that are no usable key: not parseable, too small, weak, or not in their one canonical form. */
public final class MalformedKeyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public MalformedKeyException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    public MalformedKeyException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /** What is wrong, in one sentence for people. */
    public String sentence() {
        return sentence;
    }
}
