package network.constellation.peer.jobs;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import network.constellation.peer.store.NodeDb;
import org.jdbi.v3.core.Jdbi;

/** When each periodic task last succeeded. */
@Singleton
final class PeriodicStore {
    static final String TASK = "periodic";

    private final Jdbi jdbi;

    @Inject
    PeriodicStore(@NodeDb Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    static String instance(String tenant, String name) {
        return name + "|" + tenant;
    }

    void register(String tenant, String name, Duration alarmAfter, Instant now) {
        jdbi.useTransaction(h -> {
            h.createUpdate("insert into periodic (tenant, name, alarm_after_seconds, registered, failures, alarmed)"
                            + " values (:tenant, :name, :alarm, :now, 0, false) on conflict do nothing")
                    .bind("tenant", tenant)
                    .bind("name", name)
                    .bind("alarm", alarmAfter.toSeconds())
                    .bind("now", at(now))
                    .execute();
            h.createUpdate("update periodic set alarm_after_seconds = :alarm where tenant = :tenant and name = :name")
                    .bind("tenant", tenant)
                    .bind("name", name)
                    .bind("alarm", alarmAfter.toSeconds())
                    .execute();
            h.createUpdate("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                            + " values ('periodic', :instance, :now, false, 1) on conflict do nothing")
                    .bind("instance", instance(tenant, name))
                    .bind("now", at(now))
                    .execute();
        });
    }

    /** Only where it waits: what is picked says itself when it is due again. */
    void due(String instance, Instant now) {
        jdbi.useHandle(
                h -> h.createUpdate("update scheduled_tasks set execution_time = :now where task_name = 'periodic'"
                                + " and task_instance = :instance and picked = false and execution_time > :now")
                        .bind("instance", instance)
                        .bind("now", at(now))
                        .execute());
    }

    void succeeded(String tenant, String name, Instant now) {
        jdbi.useHandle(h -> h.createUpdate("update periodic set last_success = :now, last_error = null, failures = 0,"
                        + " alarmed = false where tenant = :tenant and name = :name")
                .bind("tenant", tenant)
                .bind("name", name)
                .bind("now", at(now))
                .execute());
    }

    /** @return how often it has failed in a row */
    int failed(String tenant, String name, String error) {
        return jdbi.inTransaction(h -> {
            h.createUpdate("update periodic set failures = failures + 1, last_error = :error"
                            + " where tenant = :tenant and name = :name")
                    .bind("tenant", tenant)
                    .bind("name", name)
                    .bind("error", error.length() > 2000 ? error.substring(0, 2000) : error)
                    .execute();
            return h.createQuery("select failures from periodic where tenant = :tenant and name = :name")
                    .bind("tenant", tenant)
                    .bind("name", name)
                    .mapTo(int.class)
                    .findOne()
                    .orElse(1);
        });
    }

    void remove(String tenant, String name) {
        jdbi.useHandle(h -> h.createUpdate("delete from periodic where tenant = :tenant and name = :name")
                .bind("tenant", tenant)
                .bind("name", name)
                .execute());
    }

    void setAlarmed(String tenant, String name) {
        jdbi.useHandle(h -> h.createUpdate("update periodic set alarmed = true where tenant = :tenant and name = :name")
                .bind("tenant", tenant)
                .bind("name", name)
                .execute());
    }

    List<PeriodicView> all() {
        return jdbi.withHandle(h -> h.createQuery("select tenant, name, alarm_after_seconds, registered, last_success,"
                        + " last_error, failures, alarmed from periodic order by tenant, name")
                .map((rs, ctx) -> {
                    OffsetDateTime success = rs.getObject("last_success", OffsetDateTime.class);
                    return new PeriodicView(
                            rs.getString("tenant"),
                            rs.getString("name"),
                            Duration.ofSeconds(rs.getLong("alarm_after_seconds")),
                            rs.getObject("registered", OffsetDateTime.class).toInstant(),
                            Optional.ofNullable(success).map(OffsetDateTime::toInstant),
                            Optional.ofNullable(rs.getString("last_error")),
                            rs.getInt("failures"),
                            rs.getBoolean("alarmed"));
                })
                .list());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
