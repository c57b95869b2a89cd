package network.constellation.peer.tenant;

import com.google.inject.Binding;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Provider;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import network.constellation.peer.store.Database;

/** An open tenant with the count of its users. Guarded by its own lock; closed for good once {@link #closeIfIdle} says so. */
final class OpenTenant {
    private final Tenant tenant;
    private final Injector injector;
    private final Database database;
    private final Map<Class<?>, Optional<Provider<?>>> providers = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final java.util.concurrent.locks.Condition released = lock.newCondition();
    private int users;
    private long idleSince = System.nanoTime();
    private boolean closed;

    OpenTenant(Tenant tenant, Injector injector, Database database) {
        this.tenant = tenant;
        this.injector = injector;
        this.database = database;
    }

    Tenant tenant() {
        return tenant;
    }

    Injector injector() {
        return injector;
    }

    /** Looked up once, as every call asks for the same one; empty where no module binds the type. */
    @SuppressWarnings("unchecked")
    <T> Optional<Provider<T>> provider(Class<T> type) {
        Optional<Provider<?>> known = providers.computeIfAbsent(type, this::lookedUp);
        return (Optional<Provider<T>>) (Optional<?>) known;
    }

    private Optional<Provider<?>> lookedUp(Class<?> type) {
        Binding<?> binding = injector.getExistingBinding(Key.get(type));
        return binding == null ? Optional.empty() : Optional.of(binding.getProvider());
    }

    /** @return false when it has been closed meanwhile */
    boolean acquire() {
        lock.lock();
        try {
            if (!closed) {
                users++;
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    void acquireAgain() {
        if (!acquire()) {
            throw new IllegalStateException(tenant.wwwroot() + " is closed");
        }
    }

    void release() {
        lock.lock();
        try {
            users--;
            idleSince = System.nanoTime();
            released.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Closes when nobody has used it for that long. */
    boolean closeIfIdle(long nanos) {
        lock.lock();
        try {
            if (closed || users > 0 || System.nanoTime() - idleSince < nanos) {
                return closed;
            }
            closed = true;
        } finally {
            lock.unlock();
        }
        closeAll();
        return true;
    }

    /** Waits for present users, at most that long, then closes whatever happens. */
    void closeAfterUsers(long nanos) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            long left = nanos;
            while (users > 0 && left > 0) {
                left = released.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        closeAll();
    }

    private void closeAll() {
        try {
            injector.getInstance(TenantListeners.class).closing();
        } finally {
            database.close();
        }
    }
}
