package network.constellation.peer.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One route: method, pattern such as {@code /users/{id}}, who may, what it does.
 *
 * @param bodyLimit bytes of a request body that are read at most
 * @param machine for a route of programs: answers instead of {@code action}
 */
record Route(
        String method,
        String pattern,
        Access access,
        PageAction action,
        Class<?> room,
        Kind kind,
        long bodyLimit,
        @Nullable MachineAction machine) {
    /** What comes to it, and what may come of it. */
    enum Kind {
        /** A browser's page or form. */
        PAGE,
        /** Its answer may send the browser to another site. */
        LEAVING,
        /** Another program's form, which has no token of ours. */
        PROGRAM
    }

    static final long FORM_LIMIT = 256 * 1024;

    Route {
        if (!pattern.startsWith("/")) {
            throw new IllegalArgumentException("A route begins with a slash: " + pattern);
        }
    }

    /** The path's variables when {@code path} fits. */
    Optional<Map<String, String>> match(String path) {
        List<String> wanted = segments(pattern);
        List<String> given = segments(path);
        if (wanted.size() != given.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String segment = wanted.get(i);
            if (segment.startsWith("{") && !given.get(i).isEmpty()) {
                variables.put(segment.substring(1, segment.length() - 1), given.get(i));
            } else if (!segment.equals(given.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    boolean leaving() {
        return kind == Kind.LEAVING;
    }

    /** Literal segments win over variables: {@code /users/new} before {@code /users/{id}}. */
    int variables() {
        return (int) segments(pattern).stream().filter(s -> s.startsWith("{")).count();
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        int from = 1;
        for (int slash = path.indexOf('/', 1); slash >= 0; slash = path.indexOf('/', from)) {
            segments.add(path.substring(from, slash));
            from = slash + 1;
        }
        segments.add(path.substring(Math.min(from, path.length())));
        return segments;
    }

    /** One line of the golden table of routes. */
    String describe() {
        return method + " " + pattern + " " + access + " " + room.getSimpleName()
                + (kind == Kind.PAGE ? "" : " " + kind.name().toLowerCase(Locale.ROOT));
    }
}
