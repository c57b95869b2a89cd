package network.constellation.peer.web.view;

import network.constellation.peer.web.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * A state with the room's own word for it.
 *
 * @param word null for the state's usual word
 */
public record Badge(State state, @Nullable Message word) {

    public static Badge of(State state) {
        return new Badge(state, null);
    }

    public static Badge of(State state, Class<?> room, String key, Object... arguments) {
        return new Badge(state, Message.of(room, key, arguments));
    }
}
