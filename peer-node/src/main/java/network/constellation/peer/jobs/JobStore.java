package network.constellation.peer.jobs;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.constellation.peer.store.NodeDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Jobs in the node's database, each with its row in the scheduler's table, written in one transaction. */
@Singleton
final class JobStore {
    static final String TASK = "job";

    private static final String COLUMNS = "select id, kind, tenant, status, step, state, percent, note, attempt,"
            + " last_error, cancelling, created, since, next_run from job ";

    private final Jdbi jdbi;

    @Inject
    JobStore(@NodeDb Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @return the job's id: the given one, or the earlier job's with that key */
    UUID insert(UUID id, String kind, String tenant, @Nullable String key, String step, String state, Instant now) {
        return jdbi.inTransaction(h -> {
            int inserted = h.createUpdate("insert into job (id, kind, tenant, once_key, status, step, state, percent,"
                            + " note, attempt, cancelling, created, since, next_run) values (:id, :kind, :tenant, :key,"
                            + " 'WAITING', :step, :state, 0, '', 0, false, :now, :now, :now) on conflict do nothing")
                    .bind("id", id)
                    .bind("kind", kind)
                    .bind("tenant", tenant)
                    .bind("key", key)
                    .bind("step", step)
                    .bind("state", state)
                    .bind("now", at(now))
                    .execute();
            if (inserted > 0) {
                schedule(h, id, now);
                return id;
            }
            return h.createQuery(
                            "select id from job where id = :id or (kind = :kind and tenant = :tenant and once_key = :key)")
                    .bind("id", id)
                    .bind("kind", kind)
                    .bind("tenant", tenant)
                    .bind("key", key)
                    .mapTo(UUID.class)
                    .one();
        });
    }

    Optional<JobRow> row(UUID id) {
        return jdbi.withHandle(h -> h.createQuery(COLUMNS + "where id = :id")
                .bind("id", id)
                .map((rs, ctx) -> new JobRow(
                        rs.getObject("id", UUID.class),
                        rs.getString("kind"),
                        rs.getString("tenant"),
                        JobView.State.valueOf(rs.getString("status")),
                        rs.getString("step"),
                        rs.getString("state"),
                        rs.getInt("attempt"),
                        rs.getBoolean("cancelling")))
                .findOne());
    }

    /** @param tenant null: jobs of everybody */
    List<JobView> list(@Nullable String tenant) {
        String where = tenant == null ? "" : "where tenant = :tenant ";
        return jdbi.withHandle(h -> {
            var query = h.createQuery(COLUMNS + where + "order by created desc, id fetch first 200 rows only");
            if (tenant != null) {
                query.bind("tenant", tenant);
            }
            return query.map((rs, ctx) -> view(rs)).list();
        });
    }

    Optional<JobView> view(UUID id) {
        return jdbi.withHandle(h -> h.createQuery(COLUMNS + "where id = :id")
                .bind("id", id)
                .map((rs, ctx) -> view(rs))
                .findOne());
    }

    /** @return false when the job has ended meanwhile */
    boolean beginStep(UUID id, String step, int attempt, Instant now) {
        return jdbi.withHandle(h -> h.createUpdate(
                                "update job set status = 'RUNNING', step = :step, attempt = :attempt,"
                                        + " since = :now, next_run = null where id = :id and status in ('WAITING', 'RUNNING')")
                        .bind("id", id)
                        .bind("step", step)
                        .bind("attempt", attempt)
                        .bind("now", at(now))
                        .execute())
                > 0;
    }

    void endStep(UUID id, String nextStep, String state, int percent, Instant now) {
        jdbi.useHandle(h -> h.createUpdate("update job set step = :step, state = :state, percent = :percent, note = '',"
                        + " attempt = 0, last_error = null, since = :now where id = :id")
                .bind("id", id)
                .bind("step", nextStep)
                .bind("state", state)
                .bind("percent", percent)
                .bind("now", at(now))
                .execute());
    }

    void end(UUID id, JobView.State ended, @Nullable String state, @Nullable String error, Instant now) {
        jdbi.useHandle(h -> h.createUpdate("update job set status = :status, state = coalesce(:state, state),"
                        + " percent = case when :status = 'DONE' then 100 else percent end,"
                        + " last_error = :error, since = :now, next_run = null where id = :id")
                .bind("id", id)
                .bind("status", ended.name())
                .bind("state", state)
                .bind("error", cut(error, 2000))
                .bind("now", at(now))
                .execute());
    }

    void waitUntil(UUID id, @Nullable String error, int attempt, Instant next, Instant now) {
        jdbi.useHandle(
                h -> h.createUpdate("update job set status = 'WAITING', last_error = coalesce(:error, last_error),"
                                + " attempt = :attempt, since = :now, next_run = :next where id = :id")
                        .bind("id", id)
                        .bind("error", cut(error, 2000))
                        .bind("attempt", attempt)
                        .bind("next", at(next))
                        .bind("now", at(now))
                        .execute());
    }

    void progress(UUID id, int percent, String note) {
        jdbi.useHandle(h -> h.createUpdate("update job set percent = :percent, note = :note where id = :id")
                .bind("id", id)
                .bind("percent", Math.max(0, Math.min(100, percent)))
                .bind("note", cut(note, 500))
                .execute());
    }

    /** @return false when it had ended */
    boolean cancel(UUID id, Instant now) {
        return jdbi.inTransaction(h -> {
            int waiting = h.createUpdate("update job set status = 'CANCELLED', cancelling = true, since = :now,"
                            + " next_run = null where id = :id and status = 'WAITING'")
                    .bind("id", id)
                    .bind("now", at(now))
                    .execute();
            int running = h.createUpdate("update job set cancelling = true where id = :id and status = 'RUNNING'")
                    .bind("id", id)
                    .execute();
            return waiting + running > 0;
        });
    }

    boolean isCancelling(UUID id) {
        return jdbi.withHandle(h -> h.createQuery("select cancelling from job where id = :id")
                .bind("id", id)
                .mapTo(boolean.class)
                .findOne()
                .orElse(true));
    }

    /** @return false when it is running or done */
    boolean retry(UUID id, Instant now) {
        return jdbi.inTransaction(h -> {
            int changed = h.createUpdate(
                            "update job set status = 'WAITING', cancelling = false, attempt = 0, since = :now,"
                                    + " next_run = :now where id = :id and status in ('WAITING', 'FAILED', 'CANCELLED')")
                    .bind("id", id)
                    .bind("now", at(now))
                    .execute();
            if (changed > 0) {
                schedule(h, id, now);
            }
            return changed > 0;
        });
    }

    /** Schedules due jobs that have no row in the scheduler's table, whatever made them lose it. */
    int rescue(Instant now) {
        List<UUID> lost = jdbi.withHandle(h -> h.createQuery("select id from job where status in ('WAITING', 'RUNNING')"
                        + " and not exists (select 1 from scheduled_tasks where task_name = 'job'"
                        + " and task_instance = cast(job.id as varchar(36)))")
                .mapTo(UUID.class)
                .list());
        lost.forEach(id -> jdbi.useTransaction(h -> schedule(h, id, now)));
        return lost.size();
    }

    /** After its row is gone: a job that was taken up again just before that needs a new one. */
    boolean rescue(UUID id, Instant now) {
        return jdbi.inTransaction(h -> {
            boolean waiting = h.createQuery("select count(*) from job where id = :id and status = 'WAITING'")
                            .bind("id", id)
                            .mapTo(int.class)
                            .one()
                    > 0;
            if (waiting) {
                schedule(h, id, now);
            }
            return waiting;
        });
    }

    int purge(Instant endedBefore) {
        return jdbi.withHandle(h -> h.createUpdate(
                        "delete from job where status in ('DONE', 'FAILED', 'CANCELLED') and since < :before")
                .bind("before", at(endedBefore))
                .execute());
    }

    private static void schedule(Handle h, UUID id, Instant when) {
        h.createUpdate("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " values ('job', :id, :when, false, 1) on conflict do nothing")
                .bind("id", id.toString())
                .bind("when", at(when))
                .execute();
        h.createUpdate("update scheduled_tasks set execution_time = :when, version = version + 1"
                        + " where task_name = 'job' and task_instance = :id and not picked and execution_time > :when")
                .bind("id", id.toString())
                .bind("when", at(when))
                .execute();
    }

    private static JobView view(ResultSet rs) throws SQLException {
        String tenant = rs.getString("tenant");
        OffsetDateTime next = rs.getObject("next_run", OffsetDateTime.class);
        return new JobView(
                rs.getObject("id", UUID.class),
                rs.getString("kind"),
                tenant.isEmpty() ? Optional.empty() : Optional.of(tenant),
                JobView.State.valueOf(rs.getString("status")),
                rs.getString("step"),
                rs.getInt("percent"),
                rs.getString("note"),
                rs.getInt("attempt"),
                Optional.ofNullable(rs.getString("last_error")),
                rs.getObject("created", OffsetDateTime.class).toInstant(),
                rs.getObject("since", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(next).map(OffsetDateTime::toInstant),
                rs.getString("state"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String cut(@Nullable String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }
}
