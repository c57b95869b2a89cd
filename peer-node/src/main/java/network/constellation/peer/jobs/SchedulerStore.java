package network.constellation.peer.jobs;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    long count(JobView.State state) {
        return jdbi.withHandle(h -> h.createQuery("select count(*) from job where status = :status")
                .bind("status", state.name())
                .mapTo(long.class)
                .one());
    }
}
