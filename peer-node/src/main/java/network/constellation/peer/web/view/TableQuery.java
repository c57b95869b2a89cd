package network.constellation.peer.web.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import network.constellation.peer.web.WebRequest;

/**
 * Which part of a long list is wanted; everything about it is in the URL.
 *
 * @param path the page of the table
 * @param sort one of the keys the room allows
 * @param page from 1
 * @param search what was typed into the search box
 * @param filters further filters by name; empty ones are left out
 * @param csv all rows are wanted, as a file
 * @param kept what else the page's address needs, such as which thing the table is about
 */
public record TableQuery(
        String path,
        String sort,
        boolean descending,
        int page,
        int size,
        String search,
        Map<String, String> filters,
        boolean csv,
        Map<String, String> kept) {
    private static final int SIZE = 50;
    private static final int CSV_ROWS = 100_000;
    private static final int LAST_PAGE = 100_000;

    public TableQuery {
        filters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(filters));
        kept = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(kept));
    }

    /** Of a page whose address is its path alone. */
    public TableQuery(
            String path,
            String sort,
            boolean descending,
            int page,
            int size,
            String search,
            Map<String, String> filters,
            boolean csv) {
        this(path, sort, descending, page, size, search, filters, csv, Map.of());
    }

    /** The same, where the page's address needs these parameters. */
    public TableQuery keeping(Map<String, String> parameters) {
        return new TableQuery(path, sort, descending, page, size, search, filters, csv, parameters);
    }

    /** The page with nothing left out. */
    String bare() {
        return kept.isEmpty() ? path : written(kept);
    }

    /** @param sorts allowed keys, the first letter {@code -} in the URL turns the order; the default is {@code sort} */
    public static TableQuery from(WebRequest request, String sort, Set<String> sorts, Set<String> filterNames) {
        String asked = request.query("sort");
        boolean descending = asked.startsWith("-");
        String key = descending ? asked.substring(1) : asked;
        boolean known = sorts.contains(key);
        Map<String, String> filters = new LinkedHashMap<>();
        filterNames.stream().sorted().forEach(name -> {
            if (!request.query(name).isEmpty()) {
                filters.put(name, request.query(name));
            }
        });
        boolean csv = request.query("format").equals("csv");
        return new TableQuery(
                request.path(),
                known ? key : sort,
                known && descending,
                csv ? 1 : page(request.query("page")),
                csv ? CSV_ROWS : SIZE,
                request.query("q").strip(),
                filters,
                csv);
    }

    private static int page(String asked) {
        return asked.matches("[0-9]{1,6}") ? Math.max(1, Math.min(LAST_PAGE, Integer.parseInt(asked))) : 1;
    }

    public int offset() {
        return (page - 1) * size;
    }

    public String filter(String name) {
        return filters.getOrDefault(name, "");
    }

    /** True when something is left out by search or filter. */
    public boolean narrowed() {
        return !search.isEmpty() || !filters.isEmpty();
    }

    /** The same list in another order; asked twice, the order turns. */
    String sortedBy(String key) {
        boolean turn = key.equals(sort) && !descending;
        return link((turn ? "-" : "") + key, 1, false);
    }

    String onPage(int number) {
        return link(order(), number, false);
    }

    String asCsv() {
        return link(order(), 1, true);
    }

    String order() {
        return (descending ? "-" : "") + sort;
    }

    private String link(String order, int number, boolean file) {
        Map<String, String> parameters = new LinkedHashMap<>(kept);
        parameters.putAll(filters);
        if (!search.isEmpty()) {
            parameters.put("q", search);
        }
        parameters.put("sort", order);
        if (number > 1) {
            parameters.put("page", String.valueOf(number));
        }
        if (file) {
            parameters.put("format", "csv");
        }
        return written(parameters);
    }

    private String written(Map<String, String> parameters) {
        return path
                + parameters.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
