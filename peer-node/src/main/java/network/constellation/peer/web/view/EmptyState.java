package network.constellation.peer.web.view;

import network.constellation.peer.web.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * What an empty place says: what it is for, and the first step.
 *
 * @param action the first step's words, with {@code path}; null when there is none for this reader
 */
public record EmptyState(
        Message title, Message text, @Nullable Message action, String path) {

    public static EmptyState of(Class<?> room, String title, String text) {
        return new EmptyState(Message.of(room, title), Message.of(room, text), null, "");
    }

    public EmptyState firstStep(Class<?> room, String key, String target) {
        return new EmptyState(title, text, Message.of(room, key), target);
    }
}
