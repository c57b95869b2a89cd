package network.constellation.protocol.xml;

import network.constellation.protocol.xml.MalformedDocumentException.Reason;
import org.xml.sax.SAXException;

/** Carries a refusal of ours out through the SAX reader, which lets only SAX exceptions pass unchanged. */
final class Refusal extends SAXException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    Refusal(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    MalformedDocumentException asMalformed() {
        return new MalformedDocumentException(reason, String.valueOf(getMessage()));
    }
}
