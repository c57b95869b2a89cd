package network.constellation.hub.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.constellation.hub.subnets.LinkEnd;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.web.view.State;

/**
 * Where everything stands in the picture of the network, in units of its view box: the hub in the middle, the sites on a
 * circle in the order of their sub-networks, so that neighbours belong together.
 */
public record NetworkMap(int width, int height, Spot hub, List<Spot> sites, List<Line> lines) {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 440;
    private static final int MARGIN_X = 110;
    private static final int MARGIN_Y = 60;
    private static final int ABOVE = 28;
    private static final int BELOW = 38;
    /** How near a straight line may come to the middle of the hub, and how far a bent one keeps off. */
    private static final int NEAR = 40;

    private static final int BEND = 90;

    /** @param symbol of the state, so that colour never stands alone */
    public record Spot(String label, String path, int x, int y, String css, String symbol) {
        /** Where the name stands: outside the circle of sites, so that few lines run through it. */
        public int labelY() {
            return y < HEIGHT / 2 ? y - ABOVE : y + BELOW;
        }
    }

    /**
     * @param css {@code spoke} between hub and site, {@code linked} or {@code missing} between sites
     * @param path as SVG draws it: straight, or bent around the hub where it would run through it
     */
    public record Line(String path, String css) {}

    static NetworkMap of(String hubName, List<SiteView> sites, List<LinkEnd> links) {
        List<SiteView> ordered = sites.stream()
                .sorted(Comparator.comparing(
                                (SiteView site) -> site.subnetworks().isEmpty()
                                        ? Integer.MAX_VALUE
                                        : site.subnetworks().get(0))
                        .thenComparing(SiteView::wwwroot))
                .toList();
        Spot hub = new Spot(hubName, "/hub", WIDTH / 2, HEIGHT / 2, State.GOOD.css(), "★");
        Map<Wwwroot, Spot> spots = new HashMap<>();
        List<Spot> around = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            Spot spot = spot(ordered.get(i), i, ordered.size());
            spots.put(ordered.get(i).wwwroot(), spot);
            around.add(spot);
        }
        List<Line> lines = new ArrayList<>();
        around.forEach(spot -> lines.add(line(hub, spot, "spoke")));
        lines.addAll(siblings(links, spots));
        return new NetworkMap(WIDTH, HEIGHT, hub, around, lines);
    }

    private static Spot spot(SiteView site, int index, int count) {
        double angle = 2 * Math.PI * index / Math.max(1, count) - Math.PI / 2;
        int x = (int) Math.round(WIDTH / 2.0 + (WIDTH / 2.0 - MARGIN_X) * Math.cos(angle));
        int y = (int) Math.round(HEIGHT / 2.0 + (HEIGHT / 2.0 - MARGIN_Y) * Math.sin(angle));
        return new Spot(
                site.member().name(),
                ConsolePages.path(site.wwwroot()),
                x,
                y,
                site.state().css(),
                site.state().symbol());
    }

    private static Line line(Spot from, Spot to, String css) {
        return new Line("M" + from.x() + " " + from.y() + " L" + to.x() + " " + to.y(), css);
    }

    private static Line around(Spot from, Spot to, String css) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double length = Math.hypot(dx, dy);
        double off = ((WIDTH / 2.0 - from.x()) * dy - (HEIGHT / 2.0 - from.y()) * dx) / length;
        if (Math.abs(off) >= NEAR) {
            return line(from, to, css);
        }
        // A curve reaches half as far as its control point.
        long x = Math.round((from.x() + to.x()) / 2.0 + 2 * BEND * dy / length);
        long y = Math.round((from.y() + to.y()) / 2.0 - 2 * BEND * dx / length);
        return new Line("M" + from.x() + " " + from.y() + " Q" + x + " " + y + " " + to.x() + " " + to.y(), css);
    }

    /** One line for both ends of a link; it is missing while either end is. */
    private static List<Line> siblings(List<LinkEnd> links, Map<Wwwroot, Spot> spots) {
        Map<List<Wwwroot>, Boolean> pairs = new HashMap<>();
        for (LinkEnd end : links) {
            List<Wwwroot> pair = end.at().compareTo(end.about()) < 0
                    ? List.of(end.at(), end.about())
                    : List.of(end.about(), end.at());
            pairs.merge(pair, end.state() == LinkEnd.State.LINKED, Boolean::logicalAnd);
        }
        List<Line> lines = new ArrayList<>();
        pairs.forEach((pair, whole) -> {
            Spot from = spots.get(pair.get(0));
            Spot to = spots.get(pair.get(1));
            if (from != null && to != null) {
                lines.add(around(from, to, whole ? "linked" : "missing"));
            }
        });
        return lines;
    }
}
