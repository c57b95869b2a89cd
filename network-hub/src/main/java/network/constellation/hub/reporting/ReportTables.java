package network.constellation.hub.reporting;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import network.constellation.peer.web.view.Badge;
import network.constellation.peer.web.view.Cell;
import network.constellation.peer.web.view.EmptyState;
import network.constellation.peer.web.view.Slice;
import network.constellation.peer.web.view.State;
import network.constellation.peer.web.view.Table;
import network.constellation.peer.web.view.TableQuery;
import network.constellation.protocol.method.reporting.Figure;

/** The tables of a report, on the screen and as files; both are made of the same cells. */
public final class ReportTables {
    private static final Class<?> ROOM = ReportTables.class;

    private static final int MOST_NAMES = 4;

    /** What a table of all sites shows of each; the page of a site has everything. */
    private static final List<Figure> OF_SITES = List.of(
            Figure.USERS,
            Figure.ACTIVE_USERS,
            Figure.LOGINS,
            Figure.ROAMED_TO,
            Figure.COURSES,
            Figure.ENROLMENTS,
            Figure.COMPLETIONS);

    private final NetworkReport report;
    private final String path;
    private final Map<String, String> scope;

    /** @param scope what the URL says beside the table: period and site */
    ReportTables(NetworkReport report, String path, Map<String, String> scope) {
        this.report = report;
        this.path = path;
        this.scope = scope;
    }

    /** The page of one site over the same days. */
    public static String sitePath(SiteLine line, Period period) {
        return "/hub/report/site?from=" + period.from() + "&to=" + period.to() + "&address="
                + URLEncoder.encode(line.site().value(), StandardCharsets.UTF_8);
    }

    /** By its name in the URL; the totals for any other. */
    Table named(String name) {
        return switch (name) {
            case "sites" -> sites();
            case "roaming" -> roaming();
            case "hours" -> hours();
            default -> totals();
        };
    }

    public Table totals() {
        Table.Builder<Total> table = table("totals.title", "totals", report.totals())
                .column(
                        "column.figure",
                        total -> Cell.said(ROOM, "figure." + total.figure().label()))
                .column("column.value", this::value);
        if (isOfOneSite()) {
            return table.done();
        }
        return table.column("column.coverage", total -> Cell.said(ROOM, "coverage.of", total.complete(), total.sites()))
                .column("column.incomplete", ReportTables::names)
                .done();
    }

    /** There is no counting of sites then: a figure that is not whole says so itself. */
    private boolean isOfOneSite() {
        return scope.containsKey("address");
    }

    /** As many as can be read at a glance; the JSON document has all. */
    private static Cell names(Total total) {
        List<String> names = total.incomplete();
        return names.size() <= MOST_NAMES
                ? Cell.text(String.join(", ", names))
                : Cell.said(
                        ROOM, "names.more", String.join(", ", names.subList(0, MOST_NAMES)), names.size() - MOST_NAMES);
    }

    private Cell value(Total total) {
        if (total.value().isEmpty()) {
            return Cell.said(ROOM, total.withheld() ? "amount.withheld" : "amount.missing");
        }
        if (isOfOneSite() && !total.withheld() && total.complete() < total.sites()) {
            return Cell.said(ROOM, "amount.partial", total.value().get());
        }
        return total.withheld()
                ? Cell.said(ROOM, "amount.atLeast", total.value().get())
                : Cell.number(total.value().get());
    }

    public Table sites() {
        Table.Builder<SiteLine> table = table("sites.title", "sites", report.sites())
                .column("column.state", line -> Cell.badge(badge(line)))
                .column("column.site", line -> Cell.link(line.name(), sitePath(line, report.period())))
                .column("column.days", line -> Cell.said(ROOM, "days.of", line.whole(), line.days()));
        for (Figure figure : OF_SITES) {
            table.column("short." + figure.label(), line -> amount(line.figure(figure)));
        }
        return table.whenEmpty(
                        EmptyState.of(ROOM, "empty.title", "empty.text").firstStep(ROOM, "empty.step", "/hub/invite"))
                .done();
    }

    /** Whether the figures can be trusted: stale first, then what is missing. */
    public static Badge badge(SiteLine line) {
        return switch (line.collected().problem()) {
            case UNREACHABLE, REFUSED, BAD_ANSWER, UNSUPPORTED ->
                Badge.of(State.BAD, ROOM, "site." + line.collected().problem().label());
            case NOT_ASKED -> Badge.of(State.UNKNOWN, ROOM, "site.not-asked");
            case NONE -> {
                if (line.stale()) {
                    yield Badge.of(State.ATTENTION, ROOM, "site.stale");
                }
                yield line.complete()
                        ? Badge.of(State.GOOD, ROOM, "site.complete")
                        : Badge.of(State.ATTENTION, ROOM, "site.partial");
            }
        };
    }

    private static Cell amount(Amount amount) {
        if (amount.value().isEmpty()) {
            return Cell.said(
                    ROOM, amount.standing() == Amount.Standing.WITHHELD ? "amount.withheld" : "amount.missing");
        }
        return switch (amount.standing()) {
            case WITHHELD -> Cell.said(ROOM, "amount.atLeast", amount.value().get());
            case PARTIAL -> Cell.said(ROOM, "amount.partial", amount.value().get());
            default -> Cell.number(amount.value().get());
        };
    }

    public Table roaming() {
        return table("roaming.title", "roaming", report.flows())
                .column("column.from", flow -> Cell.text(flow.fromName()))
                .column("column.to", flow -> Cell.text(flow.toName()))
                .column("column.arrivals", ReportTables::arrivals)
                .column("column.countedBy", flow -> Cell.text(flow.countedBy()))
                .done();
    }

    private static Cell arrivals(Flow flow) {
        if (flow.count().isEmpty()) {
            return Cell.said(ROOM, "amount.withheld");
        }
        return flow.atLeast()
                ? Cell.said(ROOM, "amount.atLeast", flow.count().getAsLong())
                : Cell.number(flow.count().getAsLong());
    }

    public Table hours() {
        Table.Builder<Integer> table = table(
                        "hours.title", "hours", IntStream.range(0, 24).boxed().toList())
                .column("column.hour", hour -> Cell.text(hour + ":00"));
        for (DayOfWeek day : DayOfWeek.values()) {
            table.column("weekday." + day.getValue(), hour -> {
                OptionalLong count = report.hours().count(day, hour);
                return count.isPresent() ? Cell.number(count.getAsLong()) : Cell.said(ROOM, "amount.missing.short");
            });
        }
        return table.done();
    }

    private <T> Table.Builder<T> table(String caption, String name, List<T> rows) {
        Map<String, String> filters = new LinkedHashMap<>(scope);
        filters.put("table", name);
        int size = Math.max(1, rows.size());
        return Table.of(caption, new TableQuery(path, "", false, 1, size, "", filters, false), new Slice<>(rows, size));
    }

    /** The period as its reader writes it. */
    public static String day(LocalDate day, java.util.Locale locale) {
        return java.time.format.DateTimeFormatter.ofLocalizedDate(java.time.format.FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }
}
