package network.constellation.hub.rotation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.method.rotation.RehearsedPing.Outcome;
import org.jspecify.annotations.Nullable;

/** The rehearsal as a picture: who called, down; who was called, across. */
public record RehearsalMatrix(List<Wwwroot> sites, List<Row> rows) {
    /** Beyond this many sites only those with a link that is not good are shown. */
    private static final int WHOLE = 30;

    /** One calling site. */
    public record Row(Wwwroot from, List<Cell> cells) {}

    /** One direction of a link. @param link null: these two are not linked */
    public record Cell(@Nullable RehearsedLink link) {
        /** The style of the table of comparisons that fits. */
        public String css() {
            return link == null || link.outcome() == Outcome.OK
                    ? "word-majority"
                    : link.outcome() == Outcome.FAILED ? "word-wrong-value" : "word-unknown";
        }

        public String symbol() {
            if (link == null) {
                return "";
            }
            return switch (link.outcome()) {
                case OK -> "✓";
                case FAILED -> "✕";
                case UNREACHABLE -> "?";
                case LEGACY -> "○";
            };
        }
    }

    static RehearsalMatrix of(RehearsalReport report) {
        TreeSet<Wwwroot> all = new TreeSet<>();
        TreeSet<Wwwroot> noteworthy = new TreeSet<>();
        Map<List<Wwwroot>, RehearsedLink> byEnds = new HashMap<>();
        for (RehearsedLink link : report.links()) {
            all.addAll(List.of(link.from(), link.to()));
            if (link.outcome() != Outcome.OK) {
                noteworthy.addAll(List.of(link.from(), link.to()));
            }
            byEnds.put(List.of(link.from(), link.to()), link);
        }
        List<Wwwroot> shown = all.size() <= WHOLE
                ? List.copyOf(all)
                : noteworthy.stream().limit(WHOLE).toList();
        List<Row> rows = new ArrayList<>();
        for (Wwwroot from : shown) {
            rows.add(new Row(
                    from,
                    shown.stream()
                            .map(to -> new Cell(byEnds.get(List.of(from, to))))
                            .toList()));
        }
        return new RehearsalMatrix(shown, rows);
    }
}
