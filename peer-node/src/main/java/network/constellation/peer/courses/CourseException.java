package network.constellation.peer.courses;

import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.text.Texts;

/** What was asked about a course cannot be; nothing was changed. Carries its sentence for a reader's language. */
public final class CourseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Message sentence;

    public CourseException(Message sentence) {
        super(new Texts().english(sentence), null, false, false);
        this.sentence = sentence;
    }

    /** In this room's words. */
    static CourseException of(String key, Object... arguments) {
        return new CourseException(text(key, arguments));
    }

    static Message text(String key, Object... arguments) {
        return Message.of(CourseException.class, key, arguments);
    }

    public Message sentence() {
        return sentence;
    }
}
