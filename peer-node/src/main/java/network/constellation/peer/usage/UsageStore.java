package network.constellation.peer.usage;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import network.constellation.keys.address.Wwwroot;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Tables {@code usage_event}, {@code usage_hour}, {@code usage_day}, {@code usage_people} and {@code usage_since}. */
@Singleton
final class UsageStore {
    private static final String INSERT =
            "insert into usage_event (happened, on_day, at_hour, kind, user_id, course_id, peer, summed)"
                    + " values (:happened, :day, :hour, :kind, :user, :course, :peer, :no)";

    /** A visitor has arrived from another site, and did so before doing anything else here. */
    private static final String VISITOR =
            "exists (select 1 from usage_event v where v.kind = 'roam-in' and v.user_id = e.user_id)";

    private final Jdbi database;

    @Inject
    UsageStore(Jdbi database) {
        this.database = database;
    }

    /** An event with the day and the hour of the site's zone. */
    record Row(Instant happened, LocalDate day, int hour, UsageEvent event) {}

    void insert(Row row) {
        database.useHandle(handle -> insert(handle, row));
    }

    void insert(Handle handle, Row row) {
        bound(handle.createUpdate(INSERT), row).execute();
    }

    void insertAll(List<Row> rows, Instant since) {
        database.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch(INSERT);
            rows.forEach(row -> bound(batch, row).add());
            if (!rows.isEmpty()) {
                batch.execute();
            }
            handle.createUpdate("update usage_since set since = :since where since > :since")
                    .bind("since", at(since))
                    .execute();
        });
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Row row) {
        UsageEvent event = row.event();
        return statement
                .bind("happened", at(row.happened()))
                .bind("day", row.day())
                .bind("hour", row.hour())
                .bind("kind", event.kind().label())
                .bind("user", number(event.user()))
                .bind("course", number(event.course()))
                .bind("peer", event.peer().map(Wwwroot::value).orElse(null))
                .bind("no", false);
    }

    Optional<Instant> since() {
        return database.withHandle(handle -> handle.createQuery("select min(since) from usage_since")
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant));
    }

    void beginsAt(Instant now) {
        database.useHandle(handle -> handle.createUpdate(
                        "insert into usage_since (since) select cast(:now as timestamp with time zone) where not exists (select 1 from usage_since)")
                .bind("now", at(now))
                .execute());
    }

    /** Days with events that no sum holds yet. */
    List<LocalDate> unsummed() {
        return database.withHandle(handle -> handle.createQuery(
                        "select distinct on_day from usage_event where summed = :no order by on_day")
                .bind("no", false)
                .mapTo(LocalDate.class)
                .list());
    }

    /**
     * Sums a day anew from its events, in one transaction: done twice, or cut off in the middle, it is the same. Events
     * that are stored meanwhile stay unmarked and are summed the next time.
     */
    void sum(LocalDate day) {
        database.useTransaction(handle -> {
            onDay(handle, "update usage_event set summed = :yes where on_day = :day and summed <> :yes", day);
            for (String table : List.of("usage_hour", "usage_day", "usage_people")) {
                handle.createUpdate("delete from <table> where on_day = :day")
                        .define("table", table)
                        .bind("day", day)
                        .execute();
            }
            onDay(
                    handle,
                    "insert into usage_hour (on_day, at_hour, kind, peer, events)"
                            + " select on_day, at_hour, kind, coalesce(peer, ''), count(*) from usage_event"
                            + " where on_day = :day and summed = :yes"
                            + " group by on_day, at_hour, kind, coalesce(peer, '')",
                    day);
            onDay(
                    handle,
                    "insert into usage_day (on_day, kind, peer, events, people)"
                            + " select on_day, kind, coalesce(peer, ''), count(*), count(distinct user_id)"
                            + " from usage_event where on_day = :day and summed = :yes"
                            + " group by on_day, kind, coalesce(peer, '')",
                    day);
            onDay(
                    handle,
                    "insert into usage_people (on_day, own, visitors) select cast(:day as date),"
                            + " (select count(distinct e.user_id) from usage_event e where e.on_day = :day"
                            + " and e.summed = :yes and not " + VISITOR + "),"
                            + " (select count(distinct e.user_id) from usage_event e where e.on_day = :day"
                            + " and e.summed = :yes and " + VISITOR + ")",
                    day);
        });
    }

    private static void onDay(Handle handle, String sql, LocalDate day) {
        handle.createUpdate(sql).bind("day", day).bind("yes", true).execute();
    }

    /** Different people of our own from one day to another, both included. */
    long people(LocalDate from, LocalDate to) {
        return database.withHandle(handle -> handle.createQuery("select count(distinct e.user_id) from usage_event e"
                        + " where e.on_day >= :from and e.on_day <= :to and not " + VISITOR)
                .bind("from", from)
                .bind("to", to)
                .mapTo(Long.class)
                .one());
    }

    List<UsageCount> hours(LocalDate from, LocalDate to) {
        return database.withHandle(handle -> handle.createQuery(
                        "select on_day, at_hour, kind, peer, events from usage_hour where on_day >= :from"
                                + " and on_day <= :to order by on_day, at_hour, kind, peer")
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> new UsageCount(
                        row.getObject("on_day", LocalDate.class),
                        row.getInt("at_hour"),
                        UsageKind.of(row.getString("kind")),
                        row.getString("peer"),
                        row.getLong("events")))
                .list());
    }

    List<UsageDay> days(LocalDate from, LocalDate to) {
        return database.withHandle(handle -> handle.createQuery(
                        "select on_day, kind, peer, events, people from usage_day where on_day >= :from"
                                + " and on_day <= :to order by on_day, kind, peer")
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> new UsageDay(
                        row.getObject("on_day", LocalDate.class),
                        UsageKind.of(row.getString("kind")),
                        row.getString("peer"),
                        row.getLong("events"),
                        row.getLong("people")))
                .list());
    }

    List<UsagePeople> peopleByDay(LocalDate from, LocalDate to) {
        return database.withHandle(handle -> handle.createQuery("select on_day, own, visitors from usage_people"
                        + " where on_day >= :from and on_day <= :to order by on_day")
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> new UsagePeople(
                        row.getObject("on_day", LocalDate.class), row.getLong("own"), row.getLong("visitors")))
                .list());
    }

    /** Whole days only: a day of which a part is gone could not be summed again. */
    int forgetBefore(LocalDate day) {
        return database.withHandle(
                handle -> handle.createUpdate("delete from usage_event where on_day < :day and summed = :yes")
                        .bind("day", day)
                        .bind("yes", true)
                        .execute());
    }

    private static @Nullable Long number(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
