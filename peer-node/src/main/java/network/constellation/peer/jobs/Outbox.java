package network.constellation.peer.jobs;

import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.store.NodeDb;
import network.constellation.peer.tenant.TenantListener;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Hands work from a tenant's transaction to the node. The row commits with the transaction; afterwards it is copied to
 * the node's database under the same id and marked. Whatever is cut off between the two is done again at the next
 * opening, and the same id makes the second copy nothing.
 */
@Singleton
final class Outbox implements TenantListener {
    private static final Duration KEPT = Duration.ofDays(2);

    private final Wwwroot tenant;
    private final OutboxStore outbox;
    private final JobStore jobs;
    /** Kinds may start jobs themselves, so they are asked for only when they are needed. */
    private final Provider<JobKinds> kinds;

    private final JobEngine engine;
    private final Clock clock;
    private final JobIds ids;
    private boolean marked;

    @Inject
    Outbox(
            Wwwroot tenant,
            Jdbi jdbi,
            @NodeDb Jdbi node,
            JobStore jobs,
            Provider<JobKinds> kinds,
            JobEngine engine,
            Clock clock,
            JobIds ids) {
        this.tenant = tenant;
        this.outbox = new OutboxStore(jdbi, node);
        this.jobs = jobs;
        this.kinds = kinds;
        this.engine = engine;
        this.clock = clock;
        this.ids = ids;
    }

    <S> UUID put(Handle transaction, JobKind<S> kind, String state) {
        mark();
        UUID id = ids.next();
        outbox.insert(transaction, id, kind.name(), state, clock.instant());
        transaction.afterCommit(this::flush);
        return id;
    }

    private synchronized void mark() {
        if (!marked) {
            outbox.mark(tenant.value());
            marked = true;
        }
    }

    synchronized void flush() {
        for (OutboxStore.Entry entry : outbox.all()) {
            JobKind<?> kind = kinds.get().find(entry.kind());
            String first = kind == null ? "" : kind.steps().get(0).name();
            jobs.insert(entry.id(), entry.kind(), tenant.value(), null, first, entry.state(), clock.instant());
            outbox.moved(entry.id());
        }
        engine.wake();
    }

    @Override
    public void opened() {
        outbox.forget(clock.instant().minus(KEPT));
        flush();
    }

    @Override
    public synchronized void closing() {
        flush();
        outbox.unmark(tenant.value());
        marked = false;
    }
}
