package network.constellation.peer.jobs;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Jobs of one tenant, or of the node where {@code tenant} is empty. */
final class StoredJobs implements Jobs {
    private static final long LOOK_AGAIN_MILLIS = 100;

    private final String tenant;
    private final JobStore store;
    private final JobJson json;
    private final JobSignal signal;
    private final JobEngine engine;
    private final Clock clock;
    private final JobIds ids;
    private final @Nullable Outbox outbox;

    StoredJobs(
            String tenant,
            JobStore store,
            JobJson json,
            JobSignal signal,
            JobEngine engine,
            Clock clock,
            JobIds ids,
            @Nullable Outbox outbox) {
        this.tenant = tenant;
        this.store = store;
        this.json = json;
        this.signal = signal;
        this.engine = engine;
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
    }

    @Override
    public <S> UUID start(JobKind<S> kind, S state) {
        return insert(kind, null, state);
    }

    @Override
    public <S> UUID startOnce(JobKind<S> kind, String key, S state) {
        return insert(kind, key, state);
    }

    private <S> UUID insert(JobKind<S> kind, @Nullable String key, S state) {
        String first = kind.steps().get(0).name();
        UUID id = store.insert(ids.next(), kind.name(), tenant, key, first, json.write(kind, state), clock.instant());
        engine.wake();
        return id;
    }

    @Override
    public <S> UUID startIn(Handle transaction, JobKind<S> kind, S state) {
        if (outbox == null) {
            throw new UnsupportedOperationException("The node's own jobs have no transaction to be started in.");
        }
        return outbox.put(transaction, kind, json.write(kind, state));
    }

    @Override
    public Optional<JobView> find(UUID id) {
        return store.view(id).filter(job -> tenant.isEmpty() || job.tenant().equals(Optional.of(tenant)));
    }

    @Override
    public JobView await(UUID id, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            JobView job = find(id).orElseThrow(() -> new IllegalArgumentException("There is no job " + id + "."));
            if (job.state().isEnded() || System.nanoTime() - deadline >= 0) {
                return job;
            }
            try {
                signal.await(LOOK_AGAIN_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return job;
            }
        }
    }

    @Override
    public List<JobView> list() {
        return store.list(tenant.isEmpty() ? null : tenant);
    }

    @Override
    public boolean cancel(UUID id) {
        boolean cancelled = find(id).isPresent() && store.cancel(id, clock.instant());
        signal.changed();
        return cancelled;
    }

    @Override
    public boolean retry(UUID id) {
        boolean again = find(id).isPresent() && store.retry(id, clock.instant());
        engine.wake();
        return again;
    }

    @Override
    public <S> S state(JobKind<S> kind, JobView job) {
        return json.read(kind, job.stateJson());
    }
}
