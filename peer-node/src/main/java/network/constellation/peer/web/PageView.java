package network.constellation.peer.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A page to be rendered: which template with what. A plain value, so that a test can look at it.
 *
 * @param room any class of the room: chooses the bundle of words and the module's templates
 * @param template path below {@code src/main/jte}, such as {@code accounts/users.jte}
 * @param title key of the page's title
 * @param parameters the template's parameters besides {@code p}
 * @param trail links shown above the title, nearest parent last
 * @param bare true: no navigation (sign in, errors, set-up)
 */
public record PageView(
        Class<?> room,
        String template,
        String title,
        List<Object> titleArguments,
        Map<String, Object> parameters,
        List<Crumb> trail,
        boolean bare) {
    public PageView {
        titleArguments = List.copyOf(titleArguments);
        parameters = Map.copyOf(parameters);
        trail = List.copyOf(trail);
    }

    /** A link to a page above this one; {@code key} is a key of the room's bundle. */
    public record Crumb(String key, String path) {}

    public static PageView of(Class<?> room, String template, String title, Object... titleArguments) {
        return new PageView(room, template, title, List.of(titleArguments), Map.of(), List.of(), false);
    }

    public PageView with(String parameter, Object value) {
        Map<String, Object> more = new HashMap<>(parameters);
        more.put(parameter, value);
        return new PageView(room, template, title, titleArguments, more, trail, bare);
    }

    public PageView under(String key, String path) {
        List<Crumb> longer = new java.util.ArrayList<>(trail);
        longer.add(new Crumb(key, path));
        return new PageView(room, template, title, titleArguments, parameters, longer, bare);
    }

    public PageView withoutNavigation() {
        return new PageView(room, template, title, titleArguments, parameters, trail, true);
    }

    /** The answer that shows it. */
    public WebResponse answer() {
        return WebResponse.page(this);
    }

    /** The answer that is only the template, for htmx to put into a page. */
    public WebResponse fragment() {
        return WebResponse.fragment(this);
    }
}
