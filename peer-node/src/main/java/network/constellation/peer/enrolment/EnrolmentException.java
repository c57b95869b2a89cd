package network.constellation.peer.enrolment;

import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.text.Texts;

/** An enrolment that cannot be; nothing was changed. Says why and whom to ask, in a reader's language. */
public final class EnrolmentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Message sentence;
    private final String reason;

    /** @param reason for audit and bundle, such as {@code full} */
    EnrolmentException(String reason, Object... arguments) {
        this(reason, Message.of(EnrolmentException.class, "refused." + reason, arguments));
    }

    private EnrolmentException(String reason, Message sentence) {
        super(new Texts().english(sentence));
        this.sentence = sentence;
        this.reason = reason;
    }

    public Message sentence() {
        return sentence;
    }

    /** A word that stays the same in all languages. */
    public String reason() {
        return reason;
    }
}
