package network.constellation.peer.platform;

import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.text.Texts;

/** What was asked of the platform cannot be; nothing was changed. Carries its sentence for a reader's language. */
public final class PlatformException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Message sentence;

    PlatformException(String key, Object... arguments) {
        this(Message.of(PlatformException.class, key, arguments));
    }

    private PlatformException(Message sentence) {
        super(new Texts().english(sentence));
        this.sentence = sentence;
    }

    public Message sentence() {
        return sentence;
    }
}
