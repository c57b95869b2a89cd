package network.constellation.protocol.wire;

/** A file or option that cannot be used as given; the message is one sentence that says what would be right. */
public final class BadInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public BadInputException(String sentence) {
        super(sentence);
    }
}
