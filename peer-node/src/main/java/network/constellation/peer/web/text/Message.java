package network.constellation.peer.web.text;

import java.util.List;

/**
 * A sentence that a reader's language will complete: the room whose bundle has it, its key, what fills its gaps.
 *
 * @param room any class of the package that owns {@code messages_en.properties}
 */
public record Message(Class<?> room, String key, List<Object> arguments) {
    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(Class<?> room, String key, Object... arguments) {
        return new Message(room, key, List.of(arguments));
    }
}
