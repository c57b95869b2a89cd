package network.constellation.hub.reporting;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.method.reporting.DayFigures;
import network.constellation.protocol.method.reporting.Figure;
import network.constellation.protocol.method.reporting.FigureValue;
import network.constellation.protocol.method.reporting.ReportCoverage;
import network.constellation.protocol.method.reporting.SignedDay;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Tables {@code report_site}, {@code report_shard} and {@code report_figure}: writing, and reading single days. */
@Singleton
final class ShardStore {
    private final Jdbi database;

    @Inject
    ShardStore(Jdbi database) {
        this.database = database;
    }

    /** A day that is there. */
    record Kept(LocalDate day, boolean whole, boolean closed) {}

    List<Kept> kept(Wwwroot site, LocalDate from) {
        return database.withHandle(handle -> handle.createQuery("select on_day, whole, closed from report_shard"
                        + " where site = :site and on_day >= :from order by on_day")
                .bind("site", site.value())
                .bind("from", from)
                .map((row, context) -> new Kept(
                        row.getObject("on_day", LocalDate.class), row.getBoolean("whole"), row.getBoolean("closed")))
                .list());
    }

    /** All of these days or none; a day that is there already is replaced. */
    void save(List<Shard> shards) {
        database.useTransaction(handle -> shards.forEach(shard -> save(handle, shard)));
    }

    private static void save(Handle handle, Shard shard) {
        DayFigures figures = shard.day().figures();
        String site = shard.site().value();
        handle.execute("delete from report_shard where site = ? and on_day = ?", site, figures.day());
        handle.execute("delete from report_figure where site = ? and on_day = ?", site, figures.day());
        handle.createUpdate(
                        "insert into report_shard (site, on_day, whole, closed, time_zone, signer, signature, digest,"
                                + " received) values (:site, :day, :whole, :closed, :zone, :signer, :signature, :digest, :received)")
                .bind("site", site)
                .bind("day", figures.day())
                .bind("whole", figures.whole())
                .bind("closed", shard.closed())
                .bind("zone", shard.timeZone())
                .bind("signer", shard.signer())
                .bind("signature", shard.day().signature())
                .bind("digest", shard.digest())
                .bind("received", at(shard.received()))
                .execute();
        if (figures.values().isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch(
                "insert into report_figure (site, on_day, figure, part, n) values (:site, :day, :figure, :part, :n)");
        for (FigureValue value : figures.values()) {
            batch.bind("site", site)
                    .bind("day", figures.day())
                    .bind("figure", value.figure().label())
                    .bind("part", value.of())
                    .bindByType("n", value.count().isPresent() ? value.count().getAsLong() : null, Long.class)
                    .add();
        }
        batch.execute();
    }

    /** The day as it was signed, to be verified again. */
    Optional<Shard> find(Wwwroot site, LocalDate day) {
        return database.withHandle(handle -> {
            List<FigureValue> values = handle.createQuery(
                            "select figure, part, n from report_figure where site = :site and on_day = :day")
                    .bind("site", site.value())
                    .bind("day", day)
                    .map((row, context) -> value(row))
                    .list();
            return handle.createQuery("select * from report_shard where site = :site and on_day = :day")
                    .bind("site", site.value())
                    .bind("day", day)
                    .map((row, context) -> new Shard(
                            site,
                            new SignedDay(
                                    new DayFigures(day, row.getBoolean("whole"), values), row.getBytes("signature")),
                            row.getBoolean("closed"),
                            row.getString("time_zone"),
                            row.getString("signer"),
                            row.getString("digest"),
                            row.getObject("received", OffsetDateTime.class).toInstant()))
                    .findOne();
        });
    }

    private static FigureValue value(ResultSet row) throws SQLException {
        return new FigureValue(
                Figure.of(row.getString("figure")).orElseThrow(), row.getString("part"), number(row, "n"));
    }

    static OptionalLong number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }

    void collected(Wwwroot site, ReportCoverage coverage, Instant now) {
        database.useTransaction(handle -> {
            handle.execute("delete from report_site where site = ?", site.value());
            handle.createUpdate("insert into report_site (site, since, last_hour, time_zone, smallest, collected_at,"
                            + " attempted_at, problem, detail) values (:site, :since, :hour, :zone, :smallest, :now, :now,"
                            + " 'NONE', '')")
                    .bind("site", site.value())
                    .bind("since", at(coverage.since()))
                    .bind("hour", at(coverage.lastHour()))
                    .bind("zone", coverage.timeZone())
                    .bind("smallest", coverage.smallestCell())
                    .bind("now", at(now))
                    .execute();
        });
    }

    /** What is known of the site stays; it was asked in vain. */
    void failed(Wwwroot site, Problem problem, String detail, Instant now) {
        String told = detail.length() > 500 ? detail.substring(0, 500) : detail;
        database.useTransaction(handle -> {
            int known = handle.createUpdate("update report_site set problem = :problem, detail = :detail,"
                            + " attempted_at = :now where site = :site")
                    .bind("problem", problem.name())
                    .bind("detail", told)
                    .bind("now", at(now))
                    .bind("site", site.value())
                    .execute();
            if (known == 0) {
                handle.createUpdate("insert into report_site (site, attempted_at, problem, detail)"
                                + " values (:site, :now, :problem, :detail)")
                        .bind("problem", problem.name())
                        .bind("detail", told)
                        .bind("now", at(now))
                        .bind("site", site.value())
                        .execute();
            }
        });
    }

    Map<Wwwroot, Collected> sites() {
        Map<Wwwroot, Collected> sites = new HashMap<>();
        List<Collected> all = database.withHandle(handle -> handle.createQuery("select * from report_site")
                .map((row, context) -> collected(row))
                .list());
        all.forEach(one -> sites.put(one.site(), one));
        return sites;
    }

    private static Collected collected(ResultSet row) throws SQLException {
        @Nullable Instant since = instant(row, "since");
        @Nullable Instant hour = instant(row, "last_hour");
        @Nullable Instant collected = instant(row, "collected_at");
        @Nullable ReportCoverage coverage = null;
        if (since != null && hour != null && collected != null) {
            String zone = row.getString("time_zone");
            LocalDate today = collected.atZone(java.time.ZoneId.of(zone)).toLocalDate();
            coverage = new ReportCoverage(since, hour, today, zone, row.getLong("smallest"));
        }
        return new Collected(
                Wwwroot.of(row.getString("site")),
                coverage,
                collected,
                row.getObject("attempted_at", OffsetDateTime.class).toInstant(),
                Problem.valueOf(row.getString("problem")),
                row.getString("detail"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
