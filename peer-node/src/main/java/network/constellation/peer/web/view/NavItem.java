package network.constellation.peer.web.view;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.text.Message;

/**
 * A place in the top bar (peer portal) or the left rail (console), shown to whoever may open it.
 *
 * @param path active when the present path is it or lies below it
 * @param order from left to right, or top to bottom; steps of ten
 * @param group items of one group stay together, the administrator's after the user's
 */
public record NavItem(Message label, String path, int order, Access access, Group group) {

    /** Whose place it is. */
    public enum Group {
        MINE,
        SITE
    }

    /** For the module of a room; {@code key} is a key of the bundle of {@code room}. */
    public static void bind(
            Binder binder, Class<?> room, String key, String path, int order, Access access, Group group) {
        Multibinder.newSetBinder(binder, NavItem.class)
                .addBinding()
                .toInstance(new NavItem(Message.of(room, key), path, order, access, group));
    }
}
