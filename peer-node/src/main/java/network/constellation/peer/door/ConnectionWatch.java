package network.constellation.peer.door;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.jspecify.annotations.Nullable;

/**
 * Watches all connections: closes those whose header or body comes too slowly, which Jetty's idle timeout lets pass as
 * long as a byte comes now and then, and those of an address that has too many.
 */
final class ConnectionWatch implements Connection.Listener {
    private final DoorConfig config;
    private final Predicate<InetAddress> proxies;
    private final ConcurrentHashMap<Connection, State> states = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<InetAddress, AtomicInteger> perAddress = new ConcurrentHashMap<>();
    private final Set<SlowBody> bodies = ConcurrentHashMap.newKeySet();

    ConnectionWatch(DoorConfig config, Predicate<InetAddress> proxies) {
        this.config = config;
        this.proxies = proxies;
    }

    /** One connection; the fields are a picture for the sweep, a second old at most. */
    private static final class State {
        private final @Nullable InetAddress address;
        private final long opened = System.nanoTime();
        private volatile boolean everServed;
        private volatile boolean inRequest;
        private volatile long bytesServed;
        private volatile long headerSince;

        /** @param address kept here because a closed endpoint no longer knows it; null when it is not counted */
        State(@Nullable InetAddress address) {
            this.address = address;
        }
    }

    /** A body that has not come as a whole. */
    interface SlowBody {
        long begunNanos();

        long bytesRead();

        void tooSlow();
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof SslConnection) {
            return;
        }
        InetAddress address = address(connection);
        if (address != null && proxies.test(address)) {
            address = null;
        }
        states.put(connection, new State(address));
        if (address != null) {
            int open = perAddress
                    .computeIfAbsent(address, a -> new AtomicInteger())
                    .incrementAndGet();
            if (open > config.perAddress()) {
                connection.getEndPoint().close();
            }
        }
    }

    @Override
    public void onClosed(Connection connection) {
        State state = states.remove(connection);
        if (state != null && state.address != null) {
            perAddress.computeIfPresent(state.address, (a, open) -> open.decrementAndGet() > 0 ? open : null);
        }
    }

    void served(Connection connection) {
        State state = states.get(connection);
        if (state != null) {
            state.everServed = true;
            state.inRequest = true;
            state.headerSince = 0;
        }
    }

    void done(Connection connection) {
        State state = states.get(connection);
        if (state != null) {
            state.bytesServed = connection.getBytesIn();
            state.inRequest = false;
        }
    }

    void watch(SlowBody body) {
        bodies.add(body);
    }

    void forget(SlowBody body) {
        bodies.remove(body);
    }

    int open() {
        return states.size();
    }

    /** Called each second. */
    void sweep() {
        long now = System.nanoTime();
        states.forEach((connection, state) -> {
            if (!state.inRequest && isSlowHeader(connection, state, now)) {
                connection.getEndPoint().close();
            }
        });
        for (SlowBody body : bodies) {
            long nanos = now - body.begunNanos();
            boolean graceOver = nanos > config.bodyGrace().toNanos();
            if (graceOver && body.bytesRead() < config.bodyRate().toBytes() * (nanos / 1_000_000_000.0)) {
                bodies.remove(body);
                body.tooSlow();
            }
        }
    }

    private boolean isSlowHeader(Connection connection, State state, long now) {
        long limit = config.headerTime().toNanos();
        if (!state.everServed) {
            // Also catches handshakes that never end, and those who connect and say nothing.
            return now - state.opened > limit;
        }
        if (connection.getBytesIn() == state.bytesServed) {
            state.headerSince = 0;
            return false;
        }
        if (state.headerSince == 0) {
            state.headerSince = now;
        }
        return now - state.headerSince > limit;
    }

    private static @Nullable InetAddress address(Connection connection) {
        return connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress remote
                ? remote.getAddress()
                : null;
    }
}
