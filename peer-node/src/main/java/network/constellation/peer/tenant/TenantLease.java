package network.constellation.peer.tenant;

import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Provider;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps a tenant open while it is used; close it soon. */
public final class TenantLease implements AutoCloseable {
    private final OpenTenant open;
    private final AtomicBoolean closed = new AtomicBoolean();

    TenantLease(OpenTenant open) {
        this.open = open;
    }

    public Tenant tenant() {
        return open.tenant();
    }

    /** The tenant's own instance of something its modules bind. */
    public <T> T get(Class<T> type) {
        return open.injector().getInstance(type);
    }

    public <T> T get(Key<T> key) {
        return open.injector().getInstance(key);
    }

    /** Empty where no module of this node binds it. */
    public <T> Optional<T> find(Class<T> type) {
        return open.provider(type).map(Provider::get);
    }

    public Injector injector() {
        return open.injector();
    }

    /** A second lease of the same tenant, to be closed on its own. */
    public TenantLease again() {
        open.acquireAgain();
        return new TenantLease(open);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            open.release();
        }
    }
}
