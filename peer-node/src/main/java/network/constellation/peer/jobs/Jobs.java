package network.constellation.peer.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Starts and shows durable work. In the tenant injector these are the tenant's jobs; {@code @ForNode Jobs} are the
 * node's, and its {@link #list} shows those of all tenants.
 */
public interface Jobs {

    /** Stored when this returns; starts at once. */
    <S> UUID start(JobKind<S> kind, S state);

    /** As {@link #start}, once: with a {@code key} that the same kind has been given before, the earlier job is meant. */
    <S> UUID startOnce(JobKind<S> kind, String key, S state);

    /**
     * Hands work over within a transaction of the tenant's database: the job exists if and only if that commits. Starts
     * right after the commit.
     */
    <S> UUID startIn(Handle transaction, JobKind<S> kind, S state);

    Optional<JobView> find(UUID id);

    /** @return the job, ended or as it stands after {@code atMost} of real time */
    JobView await(UUID id, Duration atMost);

    /** Newest first, at most 200. */
    List<JobView> list();

    /** Ends the job before its next step, or within a step that checks. @return false when it had ended */
    boolean cancel(UUID id);

    /** Tries a waiting job now, or a failed one again from the step that failed. @return false when it cannot */
    boolean retry(UUID id);

    /** The state of a job as its kind wrote it. */
    <S> S state(JobKind<S> kind, JobView job);
}
