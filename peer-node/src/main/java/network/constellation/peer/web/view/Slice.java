package network.constellation.peer.web.view;

import java.util.List;

/**
 * One page of a longer list.
 *
 * @param total how many there are in all, after search and filters
 */
public record Slice<T>(List<T> rows, long total) {
    public Slice {
        rows = List.copyOf(rows);
    }

    /** Of a list that is short enough to be in memory. */
    public static <T> Slice<T> of(List<T> all, TableQuery query) {
        int from = Math.min(query.offset(), all.size());
        return new Slice<>(all.subList(from, Math.min(from + query.size(), all.size())), all.size());
    }
}
