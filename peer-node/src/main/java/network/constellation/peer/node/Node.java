package network.constellation.peer.node;

import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.backup.Restore;
import network.constellation.peer.door.Door;
import network.constellation.peer.lifecycle.NodeService;
import network.constellation.peer.store.Database;
import network.constellation.peer.store.NodeDb;
import network.constellation.peer.tenant.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One process: its tenants, its durable work, its door. {@link #open} for commands on a stopped node, {@link #start} to serve. */
public final class Node implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);

    private final Injector injector;
    private final NodeLock lock;
    private final List<NodeService> running = new ArrayList<>();
    private boolean opened;
    private boolean closed;

    Node(Injector injector, NodeLock lock) {
        this.injector = injector;
        this.lock = lock;
    }

    /** Opens the databases; no work is done and nobody is let in. */
    public synchronized Node open() {
        if (!opened) {
            try {
                injector.getInstance(Key.get(Database.class, NodeDb.class));
                opened = true;
            } catch (RuntimeException failed) {
                close();
                throw NodeException.unwrap(failed);
            }
        }
        return this;
    }

    /**
     * Fills an empty folder from a backup, then opens.
     *
     * @throws network.constellation.peer.backup.BackupException with the reason; the folder may then hold a part
     */
    public synchronized List<Wwwroot> restore(Path backup) {
        if (opened) {
            throw new IllegalStateException("A backup is restored before the node is opened.");
        }
        Restore restore = injector.getInstance(Restore.class);
        List<Wwwroot> restored = restore.read(backup);
        open();
        restore.note(restored, tenants());
        return restored;
    }

    /** Opens, takes up durable work, then opens the door. Ready when this returns. */
    public synchronized Node start() {
        return startUpTo(NodeService.Phase.DOOR);
    }

    /** Opens and takes up durable work, but lets nobody in: for a command on a stopped node that waits for a job. */
    public synchronized Node work() {
        return startUpTo(NodeService.Phase.JOBS);
    }

    private Node startUpTo(NodeService.Phase last) {
        open();
        List<NodeService> services =
                new ArrayList<>(injector.getInstance(Key.get(new TypeLiteral<Set<NodeService>>() {})));
        services.removeIf(service -> service.phase().compareTo(last) > 0 || running.contains(service));
        services.sort(Comparator.comparing(NodeService::phase));
        try {
            for (NodeService service : services) {
                service.start();
                running.add(0, service);
            }
        } catch (Exception failed) {
            close();
            throw failed instanceof RuntimeException unchecked
                    ? NodeException.unwrap(unchecked)
                    : new NodeException("The node could not start: " + failed.getMessage());
        }
        return this;
    }

    public Tenants tenants() {
        return injector.getInstance(Tenants.class);
    }

    /** The port that is really open, after {@link #start}. */
    public int port() {
        return injector.getInstance(Door.class).port();
    }

    public Injector injector() {
        return injector;
    }

    public <T> T get(Class<T> type) {
        return injector.getInstance(type);
    }

    /** Lets present calls and steps finish, at most some seconds, then closes everything. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        for (NodeService service : running) {
            quietly(service.getClass().getSimpleName(), service::stop);
        }
        if (opened) {
            quietly("tenants", tenants()::close);
            quietly("database", injector.getInstance(Key.get(Database.class, NodeDb.class))::close);
        }
        lock.close();
    }

    private interface Closing {
        void run() throws Exception;
    }

    private static void quietly(String what, Closing closing) {
        try {
            closing.run();
        } catch (Exception failed) {
            LOG.warn("{} could not close cleanly", what, failed);
        }
    }
}
