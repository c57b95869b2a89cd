package network.constellation.peer.platform;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Table {@code platform_completion}. */
@Singleton
final class CompletionStore implements Completion {
    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    CompletionStore(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public boolean complete(long user, long activity, boolean done) {
        return jdbi.inTransaction(handle -> {
            CompletionTracking tracking =
                    tracking(handle, activity).orElseThrow(() -> new PlatformException("activity.unknown"));
            if (!done) {
                return handle.execute(
                                "delete from platform_completion where user_id = ? and activity = ?", user, activity)
                        > 0;
            }
            if (tracking == CompletionTracking.NONE) {
                throw new PlatformException("activity.untracked");
            }
            return handle.createUpdate("insert into platform_completion (user_id, activity, done_at)"
                                    + " values (:user, :activity, :now) on conflict do nothing")
                            .bind("user", user)
                            .bind("activity", activity)
                            .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                            .execute()
                    > 0;
        });
    }

    /** The activity's row is locked, so that two clicks at once are one after the other. */
    private static Optional<CompletionTracking> tracking(Handle handle, long activity) {
        return handle.createQuery("select tracking from platform_activity where id = :id for update")
                .bind("id", activity)
                .mapTo(String.class)
                .findOne()
                .map(CompletionTracking::valueOf);
    }

    @Override
    public Map<Long, Instant> of(long user, long course) {
        Map<Long, Instant> done = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select c.activity, c.done_at from platform_completion c"
                        + " join platform_activity a on a.id = c.activity"
                        + " where c.user_id = :user and a.course = :course")
                .bind("user", user)
                .bind("course", course)
                .map((row, context) -> Map.entry(
                        row.getLong("activity"),
                        row.getObject("done_at", OffsetDateTime.class).toInstant()))
                .forEach(entry -> done.put(entry.getKey(), entry.getValue())));
        return done;
    }

    @Override
    public Progress progress(long user, long course) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) as counted, count(c.activity) as done"
                        + " from platform_activity a join platform_section s on s.id = a.section"
                        + " left join platform_completion c on c.activity = a.id and c.user_id = :user"
                        + " where a.course = :course and " + ContentRowsStore.SHOWN
                        + " and s.visible and a.tracking <> 'NONE'")
                .bind("user", user)
                .bind("course", course)
                .map((row, context) -> new Progress(row.getInt("done"), row.getInt("counted")))
                .one());
    }

    @Override
    public List<Account> accounts(long course) {
        Map<Long, Map<Long, Instant>> all = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select c.user_id, c.activity, c.done_at from platform_completion c"
                        + " join platform_activity a on a.id = c.activity where a.course = :course order by c.user_id")
                .bind("course", course)
                .map((row, context) -> {
                    all.computeIfAbsent(row.getLong("user_id"), user -> new LinkedHashMap<>())
                            .put(
                                    row.getLong("activity"),
                                    row.getObject("done_at", OffsetDateTime.class)
                                            .toInstant());
                    return true;
                })
                .list());
        return all.entrySet().stream()
                .map(entry -> new Account(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public long countSince(Instant from) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from platform_completion where done_at >= :from")
                        .bind("from", from.atOffset(ZoneOffset.UTC))
                        .mapTo(Long.class)
                        .one());
    }
}
