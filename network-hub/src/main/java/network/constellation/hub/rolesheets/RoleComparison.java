package network.constellation.hub.rolesheets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import network.constellation.hub.orders.RoleState;
import network.constellation.keys.address.Wwwroot;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of one role's sheets. A word may be unknown at a site, known and not set, or say something: three
 * different things. The majority of a row counts what is known; ties go to allow, prevent, prohibit, nothing, in this order.
 *
 * @param sites that answered, by address
 * @param rows by component, context level and name
 */
public record RoleComparison(List<Wwwroot> sites, List<Row> rows) {
    private static final List<Integer> TIES = List.of(1, -1, -1000, 0);

    /**
     * @param permission of most sites: 1, -1, -1000, or 0 for nothing
     * @param level context level of most sites that say something; 0 when none does
     */
    public record Row(String capability, int permission, int level, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** Whether any site deviates. */
        public boolean differs() {
            return cells.stream().anyMatch(cell -> cell.mark() != Mark.MAJORITY);
        }

        public String component() {
            return capability.contains(":") ? capability.substring(0, capability.indexOf(':')) : capability;
        }
    }

    /** @param word null: nothing is set there, or it is unknown there */
    public record Cell(Wwwroot site, RoleState.@Nullable Word word, Mark mark) {

        /** {@code unknown}, {@code unset}, {@code allow}, {@code prevent} or {@code prohibit}. */
        public String said() {
            if (mark == Mark.UNKNOWN) {
                return "unknown";
            }
            return word == null
                    ? "unset"
                    : word.permission() > 0 ? "allow" : word.permission() <= -1000 ? "prohibit" : "prevent";
        }
    }

    /** How a cell stands to its row. */
    public enum Mark {
        MAJORITY,
        WRONG_VALUE,
        /** The right permission for another context level. */
        WRONG_CONTEXT,
        UNKNOWN;

        /** For keys of texts. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static RoleComparison of(Map<Wwwroot, RoleState> sheets) {
        List<Wwwroot> sites = sheets.keySet().stream().sorted().toList();
        TreeSet<String> capabilities = new TreeSet<>();
        sheets.values().forEach(sheet -> capabilities.addAll(sheet.words().keySet()));
        List<Row> rows = capabilities.stream()
                .map(capability -> row(capability, sites, sheets))
                .sorted(java.util.Comparator.comparing(Row::component)
                        .thenComparingInt(Row::level)
                        .thenComparing(Row::capability))
                .toList();
        return new RoleComparison(sites, rows);
    }

    private static Row row(String capability, List<Wwwroot> sites, Map<Wwwroot, RoleState> sheets) {
        List<RoleState.@Nullable Word> known = new ArrayList<>();
        Map<Wwwroot, RoleState> bySite = new LinkedHashMap<>();
        for (Wwwroot site : sites) {
            RoleState sheet = sheets.get(site);
            if (sheet != null && sheet.words().containsKey(capability)) {
                known.add(sheet.words().get(capability));
                bySite.put(site, sheet);
            }
        }
        int permission = TIES.stream()
                .max((one, other) -> {
                    int more = Long.compare(count(known, one), count(known, other));
                    return more != 0 ? more : Integer.compare(TIES.indexOf(other), TIES.indexOf(one));
                })
                .orElse(0);
        int level = majorityLevel(known, permission);
        List<Cell> cells = sites.stream()
                .map(site -> cell(site, bySite.get(site), capability, permission, level))
                .toList();
        return new Row(capability, permission, level, cells);
    }

    private static long count(List<RoleState.@Nullable Word> words, int permission) {
        return words.stream().filter(word -> normal(word) == permission).count();
    }

    private static int majorityLevel(List<RoleState.@Nullable Word> words, int permission) {
        ToIntFunction<Integer> votes = level -> (int) words.stream()
                .filter(word -> word != null && normal(word) == permission && word.level() == level)
                .count();
        return List.of(10, 30, 40, 50, 70, 80).stream()
                .filter(level -> votes.applyAsInt(level) > 0)
                .max((one, other) -> {
                    int more = Integer.compare(votes.applyAsInt(one), votes.applyAsInt(other));
                    return more != 0 ? more : Integer.compare(other, one);
                })
                .orElse(0);
    }

    private static Cell cell(Wwwroot site, @Nullable RoleState sheet, String capability, int permission, int level) {
        if (sheet == null) {
            return new Cell(site, null, Mark.UNKNOWN);
        }
        RoleState.Word word = sheet.words().get(capability);
        if (normal(word) != permission) {
            return new Cell(site, word, Mark.WRONG_VALUE);
        }
        boolean otherContext = word != null && word.level() != 0 && word.level() != level;
        return new Cell(site, word, otherContext ? Mark.WRONG_CONTEXT : Mark.MAJORITY);
    }

    private static int normal(RoleState.@Nullable Word word) {
        return word == null || word.permission() == 0
                ? 0
                : word.permission() > 0 ? 1 : word.permission() <= -1000 ? -1000 : -1;
    }
}
