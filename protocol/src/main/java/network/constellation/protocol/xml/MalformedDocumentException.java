package network.constellation.protocol.xml;

/**
 * A document that is refused before anything in it is believed. {@link #reason} is the word for audit and tests; the
 * message is for logs and never leaves the node.
 */
public final class MalformedDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. {@link #word} is what vectors and audit call it. */
    public enum Reason {
        /** It carries a document type declaration (mnet-wire.md 10.4). */
        DOCTYPE("doctype"),
        /** It is not well-formed, not in an accepted encoding, or not the document that was expected. */
        MALFORMED("malformed"),
        /** Its elements are nested too deeply. */
        TOO_DEEP("too-deep"),
        /** Too many bytes, elements, attributes, or too long a name. */
        TOO_LARGE("too-large");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    private final Reason reason;

    public MalformedDocumentException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Shorthand for {@code reason().word()}. */
    public String word() {
        return reason.word();
    }
}
