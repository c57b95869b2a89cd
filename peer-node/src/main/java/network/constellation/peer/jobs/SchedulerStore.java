package network.constellation.peer.jobs;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import network.constellation.peer.store.DataDirectory;
import network.constellation.peer.store.NodeDb;
import org.jdbi.v3.core.Jdbi;

/** The scheduler's own table, and the name under which this node picks rows of it. */
@Singleton
final class SchedulerStore {
    private final Jdbi jdbi;
    private final DataDirectory data;
    private final JobIds ids;

    @Inject
    SchedulerStore(@NodeDb Jdbi jdbi, DataDirectory data, JobIds ids) {
        this.jdbi = jdbi;
        this.data = data;
        this.ids = ids;
    }

    /** Kept in the data folder: replicas on one PostgreSQL have different folders, a restarted process has the same. */
    String nodeName() {
        Path file = data.root().resolve("node.id");
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, ids.next().toString());
            }
            return Files.readString(file).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException("The file " + file + " cannot be used", failed);
        }
    }

    /** The lock on the folder says that nobody else runs under this name. */
    void release(String name) {
        jdbi.useHandle(h -> h.createUpdate("update scheduled_tasks set picked = false, picked_by = null,"
                        + " last_heartbeat = null, version = version + 1 where picked and picked_by = :name")
                .bind("name", name)
                .execute());
    }

    /**
     * Moves what waits to be done again by so much to the front: periodic tasks, and jobs that wait after a failure. What
     * was planned for a time of day keeps it.
     *
     * @return how many
     */
    int bringForward(Duration by, Instant now) {
        return jdbi.inTransaction(h -> {
            List<Waiting> waiting = h.createQuery("select task_name, task_instance, execution_time from scheduled_tasks"
                            + " where not picked and execution_time > :now and (task_name = 'periodic' or exists"
                            + " (select 1 from job where cast(job.id as varchar(36)) = task_instance"
                            + " and job.status = 'WAITING' and job.last_error is not null))")
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .map((row, context) -> new Waiting(
                            row.getString("task_name"),
                            row.getString("task_instance"),
                            row.getObject("execution_time", OffsetDateTime.class)))
                    .list();
            int moved = 0;
            for (Waiting one : waiting) {
                moved += h.createUpdate("update scheduled_tasks set execution_time = :next, version = version + 1"
                                + " where task_name = :task and task_instance = :instance and not picked"
                                + " and execution_time = :former")
                        .bind("next", one.at.minus(by))
                        .bind("task", one.task)
                        .bind("instance", one.instance)
                        .bind("former", one.at)
                        .execute();
            }
            return moved;
        });
    }

    private record Waiting(String task, String instance, OffsetDateTime at) {}

    long count(JobView.State state) {
        return jdbi.withHandle(h -> h.createQuery("select count(*) from job where status = :status")
                .bind("status", state.name())
                .mapTo(long.class)
                .one());
    }
}
