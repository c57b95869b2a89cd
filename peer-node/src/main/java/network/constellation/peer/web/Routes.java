package network.constellation.peer.web;

import java.util.ArrayList;
import java.util.List;
import network.constellation.peer.web.Route.Kind;

/** Where a room declares its routes; a second declaration of the same route refuses to start. */
public final class Routes {
    private final List<Route> all = new ArrayList<>();
    private Class<?> room = Routes.class;

    Routes() {}

    void collect(Pages pages) {
        room = pages.getClass();
        pages.routes(this);
    }

    public Routes get(String pattern, Access access, PageAction action) {
        return add("GET", pattern, access, action, Kind.PAGE, 0);
    }

    /** A page whose answer may send the browser to another site, as a jump does. */
    public Routes getLeaving(String pattern, Access access, PageAction action) {
        return add("GET", pattern, access, action, Kind.LEAVING, 0);
    }

    /** A form; its CSRF token is checked before {@code action} runs. */
    public Routes post(String pattern, Access access, PageAction action) {
        return add("POST", pattern, access, action, Kind.PAGE, Route.FORM_LIMIT);
    }

    /** A form with a file of at most {@code limit} bytes. */
    public Routes upload(String pattern, Access access, long limit, PageAction action) {
        return add("POST", pattern, access, action, Kind.PAGE, limit);
    }

    /** What another program posts: without our form's token and without a session, so its action asks for its own proof. */
    public Routes postByProgram(String pattern, long limit, PageAction action) {
        return add("POST", pattern, Access.anonymous(), action, Kind.PROGRAM, limit);
    }

    /**
     * A route for programs below {@link Router#MACHINES}: no session, no cookie, no form token; {@code action} itself asks
     * for what {@code access} says, reads the body, and answers every mistake in a form that programs read.
     */
    public Routes machine(String method, String pattern, Access access, MachineAction action) {
        if (!pattern.startsWith(Router.MACHINES)) {
            throw new IllegalArgumentException("A route for programs begins with " + Router.MACHINES + ": " + pattern);
        }
        requireFree(method, pattern);
        PageAction never = request -> {
            throw new IllegalStateException(pattern + " is no page");
        };
        all.add(new Route(method, pattern, access, never, room, Kind.PAGE, 0, action));
        return this;
    }

    List<Route> all() {
        return List.copyOf(all);
    }

    private Routes add(String method, String pattern, Access access, PageAction action, Kind kind, long bodyLimit) {
        requireFree(method, pattern);
        all.add(new Route(method, pattern, access, action, room, kind, bodyLimit, null));
        return this;
    }

    private void requireFree(String method, String pattern) {
        for (Route other : all) {
            if (other.method().equals(method) && other.pattern().equals(pattern)) {
                throw new IllegalStateException("Two rooms answer " + method + " " + pattern + ": "
                        + other.room().getSimpleName() + " and " + room.getSimpleName());
            }
        }
    }
}
