package network.constellation.testnetwork;

import com.google.inject.Key;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import network.constellation.app.Assembly;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditLine;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.node.Node;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.testnetwork.link.FaultyLink;
import network.constellation.testnetwork.time.FakeClock;

/** One node with one site (or the hub), reached by all others only through its {@link #link}. */
public final class TestSite implements AutoCloseable {
    /** What a node on loopback, without TLS, needs beyond the defaults. */
    public static final String LOOPBACK = """
            door { bind = "127.0.0.1", per-address = 1000, strangers = 64, drain = 100ms }
            net { allow-addresses = ["127.0.0.0/8"], allow-http = true }
            jobs { poll = 100ms, heartbeat = 500ms }
            """;

    /** A JDBC URL: every node that says nothing else keeps its databases there, in schemas of its own, and not in H2. */
    private static final String POSTGRES = "network.postgres";

    private final Path data;
    private final CryptoEngine engine;
    private final String settings;
    private final FakeClock clock = new FakeClock();
    private final Wwwroot wwwroot;
    private final FaultyLink link;
    private final int port;
    private Node node;
    private Optional<TenantLease> lease = Optional.empty();

    TestSite(Path data, String name, CryptoEngine engine, String settings) {
        this.settings = onPostgres() + settings;
        this.data = data;
        this.engine = engine;
        this.node = start(0);
        this.port = node.port();
        try {
            this.link = FaultyLink.to(port);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        this.wwwroot = Wwwroot.of("http://" + name + ".localhost:" + link.port());
    }

    private static String onPostgres() {
        String url = System.getProperty(POSTGRES, "");
        String schema = "n" + UUID.randomUUID().toString().replace("-", "").substring(0, 14);
        return url.isEmpty() ? "" : "store.url = \"" + url + "\"\nstore.schema = " + schema + "\n";
    }

    private Node start(int doorPort) {
        return Assembly.builder(data)
                .engine(engine)
                .clock(clock)
                .config(ConfigReader.of(LOOPBACK + settings).with("door.port", doorPort))
                .build()
                .start();
    }

    void open(TenantLease opened) {
        lease = Optional.of(opened);
    }

    /** Ends the node in order; its folder and its address stay. */
    public void stop() {
        lease.ifPresent(TenantLease::close);
        lease = Optional.empty();
        node.close();
    }

    /** After {@link #stop}: the same site at the same address. */
    public void startAgain() {
        node = start(port);
        lease = Optional.of(node.tenants().open(wwwroot));
    }

    public boolean isRunning() {
        return lease.isPresent();
    }

    /** The tenant's own instance of something that a room binds. */
    public <T> T get(Class<T> type) {
        return get(Key.get(type));
    }

    public <T> T get(Key<T> key) {
        return lease.orElseThrow(() -> new IllegalStateException(wwwroot + " is stopped"))
                .get(key);
    }

    public Node node() {
        return node;
    }

    public Wwwroot wwwroot() {
        return wwwroot;
    }

    public FaultyLink link() {
        return link;
    }

    public FakeClock clock() {
        return clock;
    }

    /** The other site as this one knows it. */
    public Optional<Peer> peer(TestSite other) {
        return get(Peers.class).find(other.wwwroot());
    }

    /** Whether this site serves the other, as an approved peer. */
    public boolean knows(TestSite other) {
        return peer(other).filter(Peer::isApproved).isPresent();
    }

    /** Lines of the audit, newest first, at most 200. */
    public List<AuditLine> audited(Predicate<AuditLine> wanted) {
        get(Audit.class).flush();
        return get(Audit.class).page(Long.MAX_VALUE, 200).stream()
                .filter(wanted)
                .toList();
    }

    @Override
    public void close() {
        stop();
        try {
            link.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public String toString() {
        return wwwroot.value();
    }
}
