package network.constellation.peer.tenant;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import network.constellation.keys.address.Wwwroot;
import org.jspecify.annotations.Nullable;

/**
 * The tenants of this process: adds, disables, removes them, finds the one that a request means, opens it on first use
 * and closes it when it has been idle.
 */
@Singleton
public final class Tenants implements AutoCloseable {
    private final TenantStore store;
    private final TenantOpener opener;
    private final Clock clock;
    private final ConcurrentHashMap<Wwwroot, OpenTenant> open = new ConcurrentHashMap<>();
    private final Object tableChanges = new Object();
    private volatile @Nullable TenantTable table;
    private volatile boolean stopped;

    @Inject
    Tenants(TenantStore store, TenantOpener opener, Clock clock) {
        this.store = store;
        this.opener = opener;
        this.clock = clock;
    }

    /** All tenants, in the order of their addresses. */
    public List<TenantEntry> list() {
        return table().entries();
    }

    public Optional<TenantEntry> entry(Wwwroot wwwroot) {
        return Optional.ofNullable(table().byWwwroot().get(wwwroot));
    }

    /**
     * Adds a tenant and opens it once, so that its database exists and its rooms have made what they need.
     *
     * @throws TenantException when the address is taken
     */
    public synchronized TenantEntry add(Wwwroot wwwroot, String name) {
        if (entry(wwwroot).isPresent()) {
            throw new TenantException("There is already a tenant " + wwwroot + "; choose another address.");
        }
        TenantEntry entry =
                new TenantEntry(wwwroot, name, TenantEntry.State.ENABLED, TenantNames.folder(wwwroot), clock.instant());
        store.insert(entry);
        forgetTable();
        try {
            lease(entry).close();
            return entry;
        } catch (RuntimeException failed) {
            store.delete(wwwroot);
            forgetTable();
            throw failed;
        }
    }

    /** Answers nobody from now on; the data stays. */
    public synchronized void disable(Wwwroot wwwroot) {
        require(wwwroot);
        store.setState(wwwroot, TenantEntry.State.DISABLED);
        forgetTable();
        close(wwwroot);
    }

    public synchronized void enable(Wwwroot wwwroot) {
        require(wwwroot);
        store.setState(wwwroot, TenantEntry.State.ENABLED);
        forgetTable();
    }

    /** Removes the tenant and everything it stored. */
    public synchronized void remove(Wwwroot wwwroot) {
        TenantEntry entry = require(wwwroot);
        store.delete(wwwroot);
        forgetTable();
        close(wwwroot);
        opener.destroy(entry);
        deleteTree(opener.directory(entry));
    }

    /**
     * The tenant that a request means: same host, base path the longest that fits, same port preferred.
     *
     * @param host host name, with or without port, as the client sent it
     * @param path path of the request, beginning with a slash
     */
    public Optional<TenantLease> find(String host, String path) {
        TenantEntry entry = table().find(host, path);
        return entry == null || stopped ? Optional.empty() : Optional.of(lease(entry));
    }

    /** @throws TenantException when there is no such tenant */
    public TenantLease open(Wwwroot wwwroot) {
        return lease(require(wwwroot));
    }

    /** Closes what nobody used for that long. */
    public void closeIdle(Duration idle) {
        open.forEach((wwwroot, tenant) -> {
            if (tenant.closeIfIdle(idle.toNanos())) {
                open.remove(wwwroot, tenant);
            }
        });
    }

    /** How many tenants are open now. */
    public int openCount() {
        return open.size();
    }

    @Override
    public void close() {
        stopped = true;
        for (Wwwroot wwwroot : open.keySet()) {
            close(wwwroot, Duration.ofMillis(500));
        }
    }

    private TenantLease lease(TenantEntry entry) {
        while (true) {
            OpenTenant tenant = open.get(entry.wwwroot());
            if (tenant == null) {
                if (stopped) {
                    throw new TenantException("The node is stopping; try again in a moment.");
                }
                tenant = open.computeIfAbsent(entry.wwwroot(), ignored -> opener.open(entry));
            }
            if (tenant.acquire()) {
                return new TenantLease(tenant);
            }
            open.remove(entry.wwwroot(), tenant);
        }
    }

    private void close(Wwwroot wwwroot) {
        close(wwwroot, Duration.ofSeconds(5));
    }

    private void close(Wwwroot wwwroot, Duration patience) {
        OpenTenant tenant = open.get(wwwroot);
        if (tenant != null) {
            tenant.closeAfterUsers(patience.toNanos());
            open.remove(wwwroot, tenant);
        }
    }

    private TenantEntry require(Wwwroot wwwroot) {
        return entry(wwwroot)
                .orElseThrow(() -> new TenantException(
                        "There is no tenant " + wwwroot + " on this node; `tenant list` shows those there are."));
    }

    private TenantTable table() {
        TenantTable present = table;
        if (present != null) {
            return present;
        }
        synchronized (tableChanges) {
            present = TenantTable.of(store.all());
            table = present;
            return present;
        }
    }

    /** After a change is stored; a reading that began before it must not be what stays. */
    private void forgetTable() {
        synchronized (tableChanges) {
            table = null;
        }
    }

    private static void deleteTree(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new TenantException("The folder " + directory + " could not be deleted: " + failed.getMessage()
                    + "; delete it by hand.");
        }
    }
}
