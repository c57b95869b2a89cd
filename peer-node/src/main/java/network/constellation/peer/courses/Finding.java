package network.constellation.peer.courses;

import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.text.Texts;
import network.constellation.protocol.method.courses.OrderAnswer;

/**
 * One thing that was looked at before an order.
 *
 * @param code such as {@code rights}, the same for scripts for ever
 */
public record Finding(String code, Weight weight, Message sentence) {

    /** What it means for the order. */
    public enum Weight {
        FINE,
        WARNING,
        STOP
    }

    static Finding fine(String code, String key, Object... arguments) {
        return new Finding(code, Weight.FINE, CourseException.text(key, arguments));
    }

    static Finding warning(String code, String key, Object... arguments) {
        return new Finding(code, Weight.WARNING, CourseException.text(key, arguments));
    }

    static Finding stop(String code, String key, Object... arguments) {
        return new Finding(code, Weight.STOP, CourseException.text(key, arguments));
    }

    boolean stops() {
        return weight == Weight.STOP;
    }

    /** In English, for other sites and scripts. */
    public OrderAnswer.Finding told() {
        return new OrderAnswer.Finding(
                code, weight.name().toLowerCase(java.util.Locale.ROOT), new Texts().english(sentence));
    }
}
