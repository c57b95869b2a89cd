package network.constellation.hub.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Arrivals between sites, to be drawn: sites on a circle, one arc for each direction, the wider the more. Units are those
 * of the view box. With many sites only the {@value #MOST} busiest are drawn; the table beneath has all.
 */
public record FlowPicture(int width, int height, List<Spot> sites, List<Arc> arcs, boolean all) {
    private static final int MOST = 24;
    private static final int WIDTH = 760;
    private static final int HEIGHT = 460;
    private static final int MARGIN_X = 130;
    private static final int MARGIN_Y = 60;
    private static final int SPOT = 9;

    /** @param anchor of the label: {@code start}, {@code middle} or {@code end} */
    public record Spot(String label, int x, int y, int labelX, int labelY, String anchor) {}

    /**
     * @param path of an SVG path
     * @param width of the line
     * @param tip the arrow head, an SVG path
     */
    public record Arc(String path, String tip, int width, String fromName, String toName, long count) {}

    static FlowPicture of(List<Flow> flows) {
        Map<String, Long> traffic = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (Flow flow : flows) {
            traffic.merge(flow.from(), flow.count().orElse(0), Long::sum);
            traffic.merge(flow.to(), flow.count().orElse(0), Long::sum);
            names.put(flow.from(), flow.fromName());
            names.put(flow.to(), flow.toName());
        }
        List<String> drawn = traffic.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        Map<String, Spot> spots = new LinkedHashMap<>();
        for (int i = 0; i < drawn.size(); i++) {
            spots.put(drawn.get(i), spot(names.getOrDefault(drawn.get(i), ""), i, drawn.size()));
        }
        long most =
                flows.stream().mapToLong(flow -> flow.count().orElse(0)).max().orElse(1);
        List<Arc> arcs = new ArrayList<>();
        for (Flow flow : flows) {
            Spot from = spots.get(flow.from());
            Spot to = spots.get(flow.to());
            if (from != null && to != null && from != to && flow.count().orElse(0) > 0) {
                arcs.add(arc(flow, from, to, Math.max(1, most)));
            }
        }
        return new FlowPicture(WIDTH, HEIGHT, List.copyOf(spots.values()), arcs, drawn.size() == traffic.size());
    }

    private static Spot spot(String name, int index, int count) {
        double angle = 2 * Math.PI * index / count - Math.PI / 2;
        int x = (int) Math.round(WIDTH / 2.0 + (WIDTH / 2.0 - MARGIN_X) * Math.cos(angle));
        int y = (int) Math.round(HEIGHT / 2.0 + (HEIGHT / 2.0 - MARGIN_Y) * Math.sin(angle));
        String anchor = Math.abs(x - WIDTH / 2) < 40 ? "middle" : x < WIDTH / 2 ? "end" : "start";
        int labelX = anchor.equals("middle") ? x : anchor.equals("end") ? x - 16 : x + 16;
        int labelY = anchor.equals("middle") ? (y < HEIGHT / 2 ? y - 18 : y + 28) : y + 5;
        String label = name.length() > 22 ? name.substring(0, 21) + "…" : name;
        return new Spot(label, x, y, labelX, labelY, anchor);
    }

    /** Bent to the left of its direction, so that the way back lies beside it. */
    private static Arc arc(Flow flow, Spot from, Spot to, long most) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double length = Math.max(1, Math.hypot(dx, dy));
        double midX = (from.x() + to.x()) / 2.0 - dy / length * length * 0.16;
        double midY = (from.y() + to.y()) / 2.0 + dx / length * length * 0.16;
        long count = flow.count().orElse(0);
        int width = (int) Math.max(2, Math.round(14.0 * count / most));
        double inX = to.x() - midX;
        double inY = to.y() - midY;
        double in = Math.max(1, Math.hypot(inX, inY));
        double ux = inX / in;
        double uy = inY / in;
        double endX = to.x() - ux * (SPOT + 4);
        double endY = to.y() - uy * (SPOT + 4);
        double baseX = endX - ux * (8 + width);
        double baseY = endY - uy * (8 + width);
        double half = 4 + width / 2.0;
        String path = text("M%.1f %.1f Q%.1f %.1f %.1f %.1f", from.x(), from.y(), midX, midY, baseX, baseY);
        String tip = text(
                "M%.1f %.1f L%.1f %.1f L%.1f %.1f Z",
                endX, endY, baseX - uy * half, baseY + ux * half, baseX + uy * half, baseY - ux * half);
        return new Arc(path, tip, width, flow.fromName(), flow.toName(), count);
    }

    private static String text(String format, double... numbers) {
        Object[] boxed = new Object[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            boxed[i] = numbers[i];
        }
        return String.format(Locale.ROOT, format, boxed);
    }
}
