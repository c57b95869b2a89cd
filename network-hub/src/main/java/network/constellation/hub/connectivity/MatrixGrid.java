package network.constellation.hub.connectivity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.connectivity.Findings;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.view.State;
import org.jspecify.annotations.Nullable;

/**
 * The matrix as the page shows it: who looked down, at whom across.
 *
 * @param wide how many sites were left out because the picture would be too wide; the list has them all
 * @param known cells that the hub has
 * @param trouble cells in trouble
 */
public record MatrixGrid(List<Head> across, List<Row> rows, int wide, int known, int trouble) {
    /** More columns nobody reads. */
    static final int MOST = 40;

    /** A site. */
    public record Head(String name, String address) {}

    /** What one site found of the others, in the order of {@link #across}. */
    public record Row(Head head, List<@Nullable Spot> spots) {}

    /** @param css of the cell: {@code good}, {@code attention}, {@code bad} */
    public record Spot(State state, String css, Message word, String path, boolean trouble) {}

    static MatrixGrid of(Matrix matrix, List<MatrixCell> cells, boolean all) {
        Set<Wwwroot> down = new HashSet<>();
        Set<Wwwroot> across = new HashSet<>();
        Map<Wwwroot, Map<Wwwroot, MatrixCell>> byEnds = new HashMap<>();
        Set<Wwwroot> silent = matrix.silent().stream().map(SilentSite::wwwroot).collect(Collectors.toSet());
        int trouble = 0;
        for (MatrixCell cell : cells) {
            byEnds.computeIfAbsent(cell.at(), key -> new HashMap<>()).put(cell.about(), cell);
            boolean ill = cell.check().grade().isTrouble();
            trouble += ill ? 1 : 0;
            if (ill || all) {
                down.add(cell.at());
                across.add(cell.about());
            }
        }
        List<Wwwroot> columns = matrix.sites().stream().filter(across::contains).toList();
        List<Wwwroot> shown = columns.subList(0, Math.min(MOST, columns.size()));
        List<Row> rows = matrix.sites().stream()
                .filter(down::contains)
                .map(at -> row(matrix, at, shown, byEnds.getOrDefault(at, Map.of()), silent.contains(at)))
                .toList();
        return new MatrixGrid(
                shown.stream().map(site -> head(matrix, site)).toList(),
                rows,
                columns.size() - shown.size(),
                cells.size(),
                trouble);
    }

    /** @param stale the site is silent: what it said before is of no use */
    private static Row row(
            Matrix matrix, Wwwroot at, List<Wwwroot> across, Map<Wwwroot, MatrixCell> found, boolean stale) {
        java.util.List<@Nullable Spot> spots = new java.util.ArrayList<>();
        across.forEach(about -> spots.add(spot(found.get(about), stale)));
        return new Row(head(matrix, at), java.util.Collections.unmodifiableList(spots));
    }

    private static @Nullable Spot spot(@Nullable MatrixCell cell, boolean stale) {
        if (cell == null) {
            return null;
        }
        State state = stale ? State.UNKNOWN : MatrixPages.state(cell.check().grade());
        return new Spot(
                state,
                state.css(),
                stale ? Message.of(MatrixPages.class, "stale") : Findings.word(cell.check()),
                MatrixPages.pairPath(cell.at(), cell.about()),
                cell.check().grade().isTrouble());
    }

    private static Head head(Matrix matrix, Wwwroot site) {
        return new Head(matrix.name(site), site.value());
    }
}
