package network.constellation.peer.outbound;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.multibindings.Multibinder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.dispatch.DispatchModule;
import network.constellation.peer.dispatch.MethodBinding;
import network.constellation.peer.dispatch.WireModule;
import network.constellation.peer.node.Node;
import network.constellation.peer.node.NodeBuilder;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.PeersModule;
import network.constellation.peer.peers.Services;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.peers.SuiteChoice;
import network.constellation.peer.system.SystemModule;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.protocol.method.Codecs;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.NetworkMethod.Authority;
import network.constellation.protocol.method.NetworkMethod.Effect;

/** One real node with one tenant on a free port, and a method that counts how often it was executed. */
public final class TestSite implements AutoCloseable {
    static final NetworkMethod<String, String> COUNT = new NetworkMethod<>(
            "local/testing/lib.php/count",
            List.of("counting"),
            Effect.WRITE,
            Authority.PEER,
            List.of(new NetworkMethod.Parameter("word", "string", "Comes back.")),
            new NetworkMethod.Result("string", "The word."),
            "Counts its executions.",
            Codecs.argument("word", Codecs.requiredString()),
            Codecs.string());

    final AtomicInteger executed = new AtomicInteger();
    final MovedClock clock;
    public final Wwwroot wwwroot;
    private final Path data;
    private final int port;
    private Node node;
    private TenantLease lease;

    private final Module[] more;

    private TestSite(Path data, String name, String config, MovedClock clock, Module... more) {
        this.data = data;
        this.clock = clock;
        this.more = more;
        this.node = build(config + "\ndoor { bind = 127.0.0.1, port = 0 }");
        this.port = node.port();
        this.wwwroot = Wwwroot.of("http://" + (name.equals("localhost") ? "" : name + ".") + "localhost:" + port);
        node.tenants().add(wwwroot, name);
        this.lease = node.tenants().open(wwwroot);
    }

    /** With further rooms of the tenant. */
    public static TestSite with(Path data, String name, Module... more) {
        return new TestSite(data.resolve(name), name, OPEN, new MovedClock(), more);
    }

    static TestSite start(Path data, String name) {
        return new TestSite(data.resolve(name), name, OPEN, new MovedClock());
    }

    static TestSite start(Path data, String name, String config) {
        return new TestSite(data.resolve(name), name, config, new MovedClock());
    }

    private static final String OPEN = "net { allow-addresses = [\"127.0.0.0/8\"], allow-http = true }";

    private Node build(String config) {
        return NodeBuilder.in(data)
                .clock(clock)
                .config(ConfigReader.of(config))
                .node(new WireModule(), new TransportModule())
                .tenant(
                        new PeersModule(),
                        new DispatchModule(),
                        new OutboundModule(),
                        new SystemModule(),
                        new AbstractModule() {
                            @Override
                            protected void configure() {
                                Multibinder.newSetBinder(binder(), MethodBinding.class)
                                        .addBinding()
                                        .toInstance(MethodBinding.of(COUNT, (context, word) -> {
                                            executed.incrementAndGet();
                                            return word;
                                        }));
                            }
                        })
                .tenant(more)
                .build()
                .start();
    }

    /** The same site again, after its process ended. */
    void restart() {
        lease.close();
        node.close();
        node = build(OPEN + "\ndoor { bind = 127.0.0.1, port = " + port + " }");
        lease = node.tenants().open(wwwroot);
    }

    public <T> T get(Class<T> type) {
        return lease.get(type);
    }

    /** Both know each other's keys, and each publishes and subscribes {@code counting}. */
    public static void introduce(TestSite one, TestSite other) {
        one.admit(other);
        other.admit(one);
    }

    void admit(TestSite other) {
        get(Peers.class)
                .admit(
                        other.get(SiteIdentity.class).published(),
                        PeerTerms.of(other.wwwroot.host(), Application.CONSTELLATION),
                        "test",
                        "test");
        get(Services.class)
                .set(
                        Optional.of(other.wwwroot),
                        Optional.of(Set.of("counting")),
                        Optional.of(Set.of("counting")),
                        "test");
    }

    void choose(TestSite other, SuiteChoice choice) {
        PeerTerms terms = peer(other).terms();
        get(Peers.class)
                .setTerms(
                        other.wwwroot,
                        new PeerTerms(terms.name(), terms.application(), choice, terms.allowed(), terms.allowHttp()),
                        "test");
    }

    Peer peer(TestSite other) {
        return get(Peers.class).require(other.wwwroot);
    }

    String count(TestSite at, String word) {
        return get(PeerClient.class).call(peer(at), COUNT, word);
    }

    @Override
    public void close() {
        lease.close();
        node.close();
    }

    /** The machine's clock, moved as a test says. */
    static final class MovedClock extends Clock {
        private volatile Duration shift = Duration.ZERO;

        void advance(Duration by) {
            shift = shift.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(shift);
        }
    }
}
