package network.constellation.peer.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A table ready to be shown: columns, one page of rows, where it stands. Labels are keys of the page's room. */
public final class Table {
    private final String caption;
    private final TableQuery query;
    private final long total;
    private final List<Column> columns;
    private final List<List<Cell>> rows;
    private final List<Filter> filters;
    private final @Nullable EmptyState empty;

    /** @param sort key in the URL, empty when the column cannot be sorted */
    public record Column(String label, String sort) {}

    /**
     * A choice above the table.
     *
     * @param kind {@code select}, {@code text} or {@code date}
     * @param options value to word; for a choice the empty value means all, for text they are proposals
     */
    public record Filter(String name, String label, String kind, Map<String, String> options) {}

    private final boolean searched;

    private Table(Builder<?> builder) {
        caption = builder.caption;
        query = builder.query;
        total = builder.slice.total();
        columns = List.copyOf(builder.columns);
        rows = builder.rows();
        filters = List.copyOf(builder.filters);
        empty = builder.empty;
        searched = builder.searched;
    }

    /** @param caption key of the table's name, read by screen readers */
    public static <T> Builder<T> of(String caption, TableQuery query, Slice<T> slice) {
        return new Builder<>(caption, query, slice);
    }

    public String caption() {
        return caption;
    }

    public TableQuery query() {
        return query;
    }

    public long total() {
        return total;
    }

    public List<Column> columns() {
        return columns;
    }

    public List<List<Cell>> rows() {
        return rows;
    }

    public List<Filter> filters() {
        return filters;
    }

    /** Whether its page looks for what is typed. */
    public boolean searched() {
        return searched;
    }

    public @Nullable EmptyState empty() {
        return empty;
    }

    public int lastPage() {
        return (int) Math.max(1, (total + query.size() - 1) / query.size());
    }

    public int firstShown() {
        return rows.isEmpty() ? 0 : query.offset() + 1;
    }

    public int lastShown() {
        return query.offset() + rows.size();
    }

    /** {@code ascending}, {@code descending} or {@code none}, as ARIA names it. */
    public String order(Column column) {
        boolean sorted = !column.sort().isEmpty() && column.sort().equals(query.sort());
        return !sorted ? "none" : query.descending() ? "descending" : "ascending";
    }

    public String sortLink(Column column) {
        return query.sortedBy(column.sort());
    }

    public String pageLink(int number) {
        return query.onPage(number);
    }

    /** The page without search and filters. */
    public String bareLink() {
        return query.bare();
    }

    public String csvLink() {
        return query.asCsv();
    }

    /** Builds a table from rows of one type. */
    public static final class Builder<T> {
        private final String caption;
        private final TableQuery query;
        private final Slice<T> slice;
        private final List<Column> columns = new ArrayList<>();
        private final List<Function<T, Cell>> cells = new ArrayList<>();
        private final List<Filter> filters = new ArrayList<>();
        private @Nullable EmptyState empty;
        private boolean searched = true;

        private Builder(String caption, TableQuery query, Slice<T> slice) {
            this.caption = caption;
            this.query = query;
            this.slice = slice;
        }

        /** A column; the state comes first. */
        public Builder<T> column(String label, Function<T, Cell> cell) {
            return sortable(label, "", cell);
        }

        public Builder<T> sortable(String label, String sort, Function<T, Cell> cell) {
            columns.add(new Column(label, sort));
            cells.add(cell);
            return this;
        }

        public Builder<T> filter(String name, String label, Map<String, String> options) {
            filters.add(new Filter(name, label, "select", options));
            return this;
        }

        /** Something to be typed; {@code proposals} help, and may be empty. */
        public Builder<T> textFilter(String name, String label, java.util.Collection<String> proposals) {
            Map<String, String> options = new java.util.LinkedHashMap<>();
            proposals.forEach(proposal -> options.put(proposal, proposal));
            filters.add(new Filter(name, label, "text", options));
            return this;
        }

        /** A day, as {@code 2026-11-21}. */
        public Builder<T> dayFilter(String name, String label) {
            filters.add(new Filter(name, label, "date", Map.of()));
            return this;
        }

        /** What is said when there is nothing at all. */
        public Builder<T> whenEmpty(EmptyState state) {
            empty = state;
            return this;
        }

        /** For a page that looks for nothing: then nothing is offered to be typed. */
        public Builder<T> unsearched() {
            searched = false;
            return this;
        }

        public Table done() {
            return new Table(this);
        }

        private List<List<Cell>> rows() {
            return slice.rows().stream()
                    .map(row -> cells.stream().map(cell -> cell.apply(row)).toList())
                    .toList();
        }
    }
}
