package network.constellation.peer.web;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A tenant's table of routes. Immutable. */
@Singleton
public final class Router {
    /** Below this, answers are for programs. */
    static final String MACHINES = "/api/";

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");

    private final List<Route> routes;
    private final Map<String, Route> literal = new HashMap<>();

    @Inject
    Router(Set<Pages> rooms) {
        Routes collected = new Routes();
        rooms.stream()
                .sorted(Comparator.comparing(pages -> pages.getClass().getName()))
                .forEach(collected::collect);
        routes = collected.all().stream()
                .sorted(Comparator.comparingInt(Route::variables)
                        .thenComparing(Route::pattern)
                        .thenComparing(Route::method))
                .toList();
        routes.stream().filter(route -> route.variables() == 0).forEach(route -> literal.put(key(route), route));
    }

    /** HEAD is answered by GET. */
    Optional<Match> find(String method, String path) {
        String wanted = "HEAD".equals(method) ? "GET" : method;
        Route exact = literal.get(wanted + " " + path);
        if (exact != null) {
            return Optional.of(new Match(exact, Map.of()));
        }
        for (Route route : routes) {
            if (route.variables() > 0 && route.method().equals(wanted)) {
                Optional<Map<String, String>> variables = route.match(path);
                if (variables.isPresent()) {
                    return Optional.of(new Match(route, variables.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** True when the path exists under another method. */
    boolean knows(String path) {
        return METHODS.stream().anyMatch(method -> find(method, path).isPresent());
    }

    /** True when opening this page may lead to another site. */
    boolean leaves(String path) {
        return find("GET", path).map(match -> match.route().leaving()).orElse(false);
    }

    /** Every route with its access, one a line, in alphabetical order: the golden table. */
    public List<String> describe() {
        return routes.stream().map(Route::describe).sorted().toList();
    }

    private static String key(Route route) {
        return route.method() + " " + route.pattern();
    }

    /** A route and the variables of the path that led to it. */
    record Match(Route route, Map<String, String> variables) {}
}
