package network.constellation.hub.subnets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import network.constellation.hub.subnets.WhoCallsWhom.Right;
import network.constellation.keys.address.Wwwroot;

/**
 * Who may call whom as a picture, in units of its view box: the hub in the middle, the sites around it, an arc from caller
 * to callee. Drawn on the server, as the map of the network is (docs/decisions/0005).
 */
public record CallsPicture(int width, int height, List<Spot> spots, List<Arc> arcs) {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 440;
    private static final int MARGIN_X = 110;
    private static final int MARGIN_Y = 60;
    /** More sites than this run into each other: then only those that the change concerns are drawn. */
    private static final int MOST_SITES = 36;

    /** How far an arc bends off the straight line, so that both directions are seen. */
    private static final int BEND = 22;

    /** @param css {@code hub} or {@code good} */
    public record Spot(String label, int x, int y, String css) {
        /** Outside the circle, so that few arcs run through it. */
        public int labelY() {
            return y < HEIGHT / 2 ? y - 22 : y + 32;
        }
    }

    /**
     * @param css {@code linked} when something is gained, {@code missing} when something is lost, else {@code spoke}
     * @param words from, to and services: the title of the arc
     */
    public record Arc(String path, String css, String words) {}

    static CallsPicture of(NetworkPlan plan, Map<Wwwroot, String> names, Set<Right> now, WhoCallsWhom.Change change) {
        Map<Wwwroot, Spot> at = new HashMap<>();
        List<Spot> spots = new ArrayList<>();
        Spot hub = new Spot(names.getOrDefault(plan.hub(), plan.hub().host()), WIDTH / 2, HEIGHT / 2, "hub");
        at.put(plan.hub(), hub);
        spots.add(hub);
        Set<Wwwroot> concerned = new HashSet<>();
        Stream.concat(change.gained().stream(), change.lost().stream())
                .forEach(right -> concerned.addAll(List.of(right.caller(), right.callee())));
        boolean crowded = plan.members().size() > MOST_SITES;
        List<Wwwroot> sites = plan.members().keySet().stream()
                .filter(site -> !crowded || concerned.contains(site))
                .limit(MOST_SITES)
                .toList();
        for (int i = 0; i < sites.size(); i++) {
            double angle = 2 * Math.PI * i / sites.size() - Math.PI / 2;
            Spot spot = new Spot(
                    names.getOrDefault(sites.get(i), sites.get(i).host()),
                    (int) Math.round(WIDTH / 2.0 + (WIDTH / 2.0 - MARGIN_X) * Math.cos(angle)),
                    (int) Math.round(HEIGHT / 2.0 + (HEIGHT / 2.0 - MARGIN_Y) * Math.sin(angle)),
                    "good");
            at.put(sites.get(i), spot);
            spots.add(spot);
        }
        Map<List<Wwwroot>, Set<String>> same = byPair(now, Set.copyOf(change.lost()));
        Map<List<Wwwroot>, Set<String>> gained = byPair(Set.copyOf(change.gained()), Set.of());
        Map<List<Wwwroot>, Set<String>> lost = byPair(Set.copyOf(change.lost()), Set.of());
        List<Arc> arcs = new ArrayList<>();
        same.forEach((pair, services) -> add(arcs, at, pair, services, "spoke"));
        lost.forEach((pair, services) -> add(arcs, at, pair, services, "missing"));
        gained.forEach((pair, services) -> add(arcs, at, pair, services, "linked"));
        return new CallsPicture(WIDTH, HEIGHT, spots, arcs);
    }

    private static Map<List<Wwwroot>, Set<String>> byPair(Set<Right> rights, Set<Right> without) {
        Map<List<Wwwroot>, Set<String>> pairs = new HashMap<>();
        rights.stream()
                .filter(right -> !without.contains(right))
                .forEach(
                        right -> pairs.computeIfAbsent(List.of(right.caller(), right.callee()), pair -> new TreeSet<>())
                                .add(right.service()));
        return pairs;
    }

    private static void add(
            List<Arc> arcs, Map<Wwwroot, Spot> at, List<Wwwroot> pair, Set<String> services, String css) {
        Spot from = at.get(pair.get(0));
        Spot to = at.get(pair.get(1));
        if (from == null || to == null) {
            return;
        }
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double length = Math.max(1, Math.hypot(dx, dy));
        long x = Math.round((from.x() + to.x()) / 2.0 + BEND * dy / length);
        long y = Math.round((from.y() + to.y()) / 2.0 - BEND * dx / length);
        arcs.add(new Arc(
                "M" + from.x() + " " + from.y() + " Q" + x + " " + y + " " + to.x() + " " + to.y(),
                css,
                from.label() + " → " + to.label() + ": " + String.join(" ", services)));
    }
}
