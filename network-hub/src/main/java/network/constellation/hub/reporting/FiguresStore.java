package network.constellation.hub.reporting;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.method.reporting.Figure;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Tables {@code report_shard} and {@code report_figure}: sums over a period. */
@Singleton
final class FiguresStore {
    private static final String PERIOD = " f.on_day >= :from and f.on_day <= :to and (:all or f.site = :site)";

    private final Jdbi database;

    @Inject
    FiguresStore(Jdbi database) {
        this.database = database;
    }

    /**
     * @param days on which the figure is there, whole days only
     * @param counted on how many days of any kind it has a number
     * @param withheld on how many it has none
     * @param mean of the whole days that have a number, or of all that have one when none is whole
     */
    record Sum(String site, Figure figure, String part, long sum, int days, int counted, int withheld, double mean) {}

    /** @param count empty: withheld */
    record Last(String site, Figure figure, LocalDate day, OptionalLong count) {}

    record HourSum(LocalDate day, int hour, OptionalLong count) {}

    /** @param whole days that were counted from first to last minute */
    record Days(int whole, int any) {}

    private static List<String> labels(Predicate<Figure> wanted) {
        return Arrays.stream(Figure.values()).filter(wanted).map(Figure::label).toList();
    }

    /** Figures that add up over days, and people; by site, and by part where the figure has any. */
    List<Sum> sums(Period period, Optional<Wwwroot> site) {
        return database.withHandle(handle -> bound(
                        handle.createQuery("select f.site, f.figure, f.part, sum(f.n) as total,"
                                        + " sum(case when s.whole then 1 else 0 end) as days, count(f.n) as counted,"
                                        + " avg(case when s.whole then f.n * 1.0 end) as whole_mean, avg(f.n * 1.0) as mean,"
                                        + " count(*) as there from report_figure f join report_shard s"
                                        + " on s.site = f.site and s.on_day = f.on_day where f.figure in (<figures>) and"
                                        + PERIOD
                                        + " group by f.site, f.figure, f.part order by f.site, f.figure, f.part")
                                .bindList(
                                        "figures",
                                        labels(figure ->
                                                figure.sort() != Figure.Sort.STOCK && figure.key() != Figure.Key.HOUR)),
                        period,
                        site)
                .map((row, context) -> new Sum(
                        row.getString("site"),
                        Figure.of(row.getString("figure")).orElseThrow(),
                        row.getString("part"),
                        row.getLong("total"),
                        row.getInt("days"),
                        row.getInt("counted"),
                        row.getInt("there") - row.getInt("counted"),
                        row.getObject("whole_mean") == null ? row.getDouble("mean") : row.getDouble("whole_mean")))
                .list());
    }

    /** What was there on the last day of the period that tells. */
    List<Last> stocks(Period period, Optional<Wwwroot> site) {
        return database.withHandle(handle -> bound(
                        handle.createQuery("select g.site, g.figure, g.on_day, g.n from report_figure g join"
                                        + " (select f.site, f.figure, max(f.on_day) as last_day from report_figure f"
                                        + " where f.figure in (<figures>) and" + PERIOD
                                        + " group by f.site, f.figure) l on l.site = g.site and l.figure = g.figure"
                                        + " and l.last_day = g.on_day")
                                .bindList("figures", labels(figure -> figure.sort() == Figure.Sort.STOCK)),
                        period,
                        site)
                .map((row, context) -> new Last(
                        row.getString("site"),
                        Figure.of(row.getString("figure")).orElseThrow(),
                        row.getObject("on_day", LocalDate.class),
                        ShardStore.number(row, "n")))
                .list());
    }

    List<HourSum> hours(Period period, Optional<Wwwroot> site) {
        return database.withHandle(handle -> bound(
                        handle.createQuery("select f.on_day, f.part, sum(f.n) as total from report_figure f"
                                        + " where f.figure = :figure and" + PERIOD + " group by f.on_day, f.part")
                                .bind("figure", Figure.ACTIVITY.label()),
                        period,
                        site)
                .map((row, context) -> new HourSum(
                        row.getObject("on_day", LocalDate.class),
                        Integer.parseInt(row.getString("part")),
                        ShardStore.number(row, "total")))
                .list());
    }

    Map<String, Days> days(Period period, Optional<Wwwroot> site) {
        Map<String, Days> days = new HashMap<>();
        record Row(String site, Days days) {}
        List<Row> rows = database.withHandle(handle -> bound(
                        handle.createQuery("select f.site, sum(case when f.whole then 1 else 0 end) as whole_days,"
                                + " count(*) as any_days from report_shard f where" + PERIOD + " group by f.site"),
                        period,
                        site)
                .map((row, context) ->
                        new Row(row.getString("site"), new Days(row.getInt("whole_days"), row.getInt("any_days"))))
                .list());
        rows.forEach(row -> days.put(row.site(), row.days()));
        return days;
    }

    private static Query bound(Query query, Period period, Optional<Wwwroot> site) {
        return query.bind("from", period.from())
                .bind("to", period.to())
                .bind("all", site.isEmpty())
                .bind("site", site.map(Wwwroot::value).orElse(""));
    }
}
