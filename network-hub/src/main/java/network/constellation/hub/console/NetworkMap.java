package network.constellation.hub.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import network.constellation.hub.connectivity.TroubledLink;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.web.view.State;

/**
 * Where everything stands in the picture of the network, in units of its view box: the hub in the middle, the sites on a
 * circle in the order of their sub-networks, so that neighbours belong together. More sites than can be told apart are
 * drawn by sub-network, each as one spot.
 *
 * @param grouped whether spots are sub-networks
 */
public record NetworkMap(int width, int height, Spot hub, List<Spot> spots, List<Line> lines, boolean grouped) {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 440;
    private static final int MARGIN_X = 110;
    private static final int MARGIN_Y = 60;
    private static final int ABOVE = 28;
    private static final int BELOW = 38;
    /** How near a straight line may come to the middle of the hub, and how far a bent one keeps off. */
    private static final int NEAR = 40;

    private static final int BEND = 90;
    /** More spots than this run into each other. */
    private static final int MOST_SPOTS = 36;

    private static final int LONGEST_LABEL = 24;

    /**
     * @param symbol of the state, so that colour never stands alone
     * @param sites how many it stands for
     */
    public record Spot(String label, String path, int x, int y, State state, int sites) {
        /** Where the name stands: outside the circle of sites, so that few lines run through it. */
        public int labelY() {
            return y < HEIGHT / 2 ? y - ABOVE : y + BELOW;
        }

        public String symbol() {
            return sites > 1 ? String.valueOf(sites) : state.symbol();
        }

        /** The name as far as there is room for it. */
        public String shortLabel() {
            return label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL - 1) + "…" : label;
        }
    }

    /**
     * @param path as SVG draws it: straight, or bent around the hub where it would run through it
     * @param css {@code spoke} between hub and site; {@code linked}, {@code working} or {@code missing} between sites;
     *     {@code failing} or {@code uneasy} where the last look found something wrong
     * @param label what it is, in words
     * @param target page that says more; empty where there is nothing to say
     */
    public record Line(String path, String css, String label, String target) {}

    /**
     * What is drawn.
     *
     * @param hub the hub's own address
     * @param troubled links with which something was wrong at the last look
     */
    record Seen(Wwwroot hub, List<SiteView> sites, List<BrokenLink> broken, List<TroubledLink> troubled) {}

    static NetworkMap of(String hubName, Seen seen, Map<Integer, String> names) {
        Spot hub = new Spot(hubName, "/hub", WIDTH / 2, HEIGHT / 2, State.GOOD, 0);
        return seen.sites().size() > MOST_SPOTS ? grouped(hub, seen.sites(), names) : single(hub, seen);
    }

    private static NetworkMap single(Spot hub, Seen seen) {
        List<SiteView> sites = seen.sites();
        List<BrokenLink> broken = seen.broken();
        List<SiteView> ordered = sites.stream()
                .sorted(Comparator.comparing(NetworkMap::group).thenComparing(SiteView::wwwroot))
                .toList();
        Map<Wwwroot, Spot> spots = new HashMap<>();
        List<Spot> around = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            SiteView site = ordered.get(i);
            Spot spot = spot(site.name(), site.path(), site.state(), 1, i, ordered.size());
            spots.put(site.wwwroot(), spot);
            around.add(spot);
        }
        List<Line> lines = new ArrayList<>();
        around.forEach(spot -> lines.add(straight(hub, spot, "spoke", hub.label() + " – " + spot.label(), "")));
        spots.put(seen.hub(), hub);
        Set<Set<Wwwroot>> marked =
                broken.stream().map(link -> Set.of(link.one(), link.other())).collect(Collectors.toSet());
        List<TroubledLink> troubled = seen.troubled().stream()
                .filter(link -> !marked.contains(Set.of(link.one(), link.other())))
                .toList();
        troubled.forEach(link -> marked.add(Set.of(link.one(), link.other())));
        for (int i = 0; i < ordered.size(); i++) {
            for (int j = i + 1; j < ordered.size(); j++) {
                SiteView one = ordered.get(i);
                SiteView other = ordered.get(j);
                boolean siblings = one.takesPart()
                        && other.takesPart()
                        && one.subnetworks().stream().anyMatch(other.subnetworks()::contains);
                if (siblings && !marked.contains(Set.of(one.wwwroot(), other.wwwroot()))) {
                    lines.add(around(around.get(i), around.get(j), "linked", one.name() + " – " + other.name(), ""));
                }
            }
        }
        // Last, so that nothing healthy is drawn over what is broken.
        for (TroubledLink link : troubled) {
            Spot from = spots.get(link.one());
            Spot to = spots.get(link.other());
            if (from != null && to != null) {
                lines.add(between(from, to, hub, link));
            }
        }
        for (BrokenLink link : broken) {
            Spot from = spots.get(link.one());
            Spot to = spots.get(link.other());
            if (from != null && to != null) {
                lines.add(around(from, to, link.css(), from.label() + " – " + to.label(), link.path()));
            }
        }
        return new NetworkMap(WIDTH, HEIGHT, hub, around, lines, false);
    }

    private static Line between(Spot from, Spot to, Spot hub, TroubledLink link) {
        String css = link.state() == State.BAD ? "failing" : "uneasy";
        String label = from.label() + " – " + to.label();
        return from == hub || to == hub
                ? straight(from, to, css, label, link.path())
                : around(from, to, css, label, link.path());
    }

    /** Each sub-network as one spot with the state of its worst site. */
    private static NetworkMap grouped(Spot hub, List<SiteView> sites, Map<Integer, String> names) {
        Map<Integer, List<SiteView>> groups = sites.stream()
                .collect(Collectors.groupingBy(NetworkMap::group, java.util.TreeMap::new, Collectors.toList()));
        List<Spot> around = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        int index = 0;
        for (Map.Entry<Integer, List<SiteView>> group : groups.entrySet()) {
            boolean none = group.getKey() == Integer.MAX_VALUE;
            String label = none ? "–" : names.getOrDefault(group.getKey(), String.valueOf(group.getKey()));
            Spot spot = spot(
                    label,
                    "/hub?subnetwork=" + (none ? "none" : group.getKey()),
                    worst(group.getValue()),
                    group.getValue().size(),
                    index++,
                    groups.size());
            around.add(spot);
            lines.add(straight(hub, spot, "spoke", hub.label() + " – " + label, ""));
        }
        return new NetworkMap(WIDTH, HEIGHT, hub, around, lines, true);
    }

    static State worst(List<SiteView> sites) {
        for (State state : List.of(State.BAD, State.ATTENTION, State.UNKNOWN, State.WORKING)) {
            if (sites.stream().anyMatch(site -> site.state() == state)) {
                return state;
            }
        }
        return State.GOOD;
    }

    private static int group(SiteView site) {
        return site.subnetworks().isEmpty()
                ? Integer.MAX_VALUE
                : site.subnetworks().get(0);
    }

    private static Spot spot(String label, String path, State state, int sites, int index, int count) {
        double angle = 2 * Math.PI * index / Math.max(1, count) - Math.PI / 2;
        int x = (int) Math.round(WIDTH / 2.0 + (WIDTH / 2.0 - MARGIN_X) * Math.cos(angle));
        int y = (int) Math.round(HEIGHT / 2.0 + (HEIGHT / 2.0 - MARGIN_Y) * Math.sin(angle));
        return new Spot(label, path, x, y, state, sites);
    }

    private static Line straight(Spot from, Spot to, String css, String label, String target) {
        return new Line("M" + from.x() + " " + from.y() + " L" + to.x() + " " + to.y(), css, label, target);
    }

    private static Line around(Spot from, Spot to, String css, String label, String target) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double length = Math.hypot(dx, dy);
        double off = ((WIDTH / 2.0 - from.x()) * dy - (HEIGHT / 2.0 - from.y()) * dx) / length;
        if (Math.abs(off) >= NEAR) {
            return straight(from, to, css, label, target);
        }
        // A curve reaches half as far as its control point.
        long x = Math.round((from.x() + to.x()) / 2.0 + 2 * BEND * dy / length);
        long y = Math.round((from.y() + to.y()) / 2.0 - 2 * BEND * dx / length);
        String path = "M" + from.x() + " " + from.y() + " Q" + x + " " + y + " " + to.x() + " " + to.y();
        return new Line(path, css, label, target);
    }
}
