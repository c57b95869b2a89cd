package network.constellation.peer.door;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import network.constellation.peer.config.ConfigException;
import network.constellation.peer.lifecycle.NodeService;
import network.constellation.peer.tenant.Tenants;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server of the process, and who may come in. */
@Singleton
public final class Door implements NodeService {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final int HEADER_SIZE = 16 * 1024;
    private static final int FORM_SIZE = 1024 * 1024;

    private final DoorConfig config;
    private final Tenants tenants;
    private final Set<NodeRoute> routes;
    private final MeterRegistry registry;
    private final Optional<ProblemPage> problems;
    private @Nullable Server server;
    private @Nullable Runnable farewell;
    private volatile int port;
    private @Nullable ScheduledExecutorService sweeper;
    private @Nullable TlsFiles tls;

    @Inject
    Door(
            DoorConfig config,
            Tenants tenants,
            Set<NodeRoute> routes,
            MeterRegistry registry,
            Optional<ProblemPage> problems) {
        this.config = config;
        this.tenants = tenants;
        this.routes = routes;
        this.registry = registry;
        this.problems = problems;
    }

    @Override
    public Phase phase() {
        return Phase.DOOR;
    }

    /** The port that is really open. */
    public int port() {
        if (port == 0) {
            throw new IllegalStateException("the door has not been opened");
        }
        return port;
    }

    public boolean isTls() {
        return config.tlsCertificate().isPresent();
    }

    @Override
    public void start() throws Exception {
        TrustedProxies proxies = new TrustedProxies(config.trustedProxies());
        Admission admission = new Admission(config);
        ConnectionWatch watch = new ConnectionWatch(config, proxies::trusts);
        DoorMeters meters = new DoorMeters(registry, admission, watch);
        FailedRequests failures = new FailedRequests(problems);
        CallHandler calls = new CallHandler(config, tenants, admission, watch, meters, failures);
        Server made = new Server(threads());
        made.setStopTimeout(config.drain().toMillis());
        made.setErrorHandler(failures);
        GracefulHandler graceful = new GracefulHandler(
                new DoorHandler(pages(failures), admission, watch, calls, routes, meters, failures, proxies::trusts));
        made.setHandler(graceful);
        ServerConnector open = connector(made, proxies);
        open.addBean(watch);
        made.addConnector(open);
        server = made;
        farewell = () -> letGo(open, graceful);
        try {
            made.start();
        } catch (IOException taken) {
            made.stop();
            throw new ConfigException("The port " + config.port() + " on " + config.bind() + " cannot be opened ("
                    + taken.getMessage() + "); choose another by --port or door.port.");
        }
        port = open.getLocalPort();
        sweep(watch);
        LOG.info("The door is open on {}:{}{}", config.bind(), port(), isTls() ? " with TLS" : "");
    }

    private void sweep(ConnectionWatch watch) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(run -> {
            Thread made = new Thread(run, "door-watch");
            made.setDaemon(true);
            return made;
        });
        thread.scheduleWithFixedDelay(quietly(watch::sweep), 1, 1, TimeUnit.SECONDS);
        TlsFiles files = tls;
        if (files != null) {
            thread.scheduleWithFixedDelay(quietly(files::reloadIfChanged), 1, 1, TimeUnit.SECONDS);
        }
        sweeper = thread;
    }

    private static Runnable quietly(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException failed) {
                LOG.warn("The door's watch failed", failed);
            }
        };
    }

    @Override
    public void stop() throws Exception {
        if (sweeper != null) {
            sweeper.shutdownNow();
        }
        if (farewell != null && server != null) {
            farewell.run();
            server.stop();
        }
    }

    /**
     * Nobody new comes in, and with the last answer all connections end: Jetty itself would wait until whoever keeps one
     * for later calls has been silent for a while.
     */
    private static void letGo(ServerConnector open, GracefulHandler graceful) {
        open.close();
        graceful.shutdown()
                .whenComplete((ended, failed) -> open.getConnectedEndPoints().forEach(EndPoint::close));
    }

    private QueuedThreadPool threads() {
        QueuedThreadPool pool = new QueuedThreadPool(config.threads(), 8);
        pool.setName("door");
        if (VirtualThreads.areSupported()) {
            pool.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("door-"));
        }
        return pool;
    }

    private ServerConnector connector(Server made, TrustedProxies proxies) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_SIZE);
        http.setRelativeRedirectAllowed(true);
        http.addCustomizer(proxies);
        ServerConnector open;
        if (isTls()) {
            TlsFiles files = new TlsFiles(
                    config.tlsCertificate().orElseThrow(), config.tlsKey().orElseThrow());
            tls = files;
            http.addCustomizer(new SecureRequestCustomizer(false));
            open = new ServerConnector(
                    made, new SslConnectionFactory(files.factory(), "http/1.1"), new HttpConnectionFactory(http));
        } else {
            open = new ServerConnector(made, new HttpConnectionFactory(http));
        }
        open.setHost(config.bind());
        open.setPort(config.port());
        open.setIdleTimeout(config.idle().toMillis());
        open.setShutdownIdleTimeout(config.drain().toMillis());
        open.setAcceptQueueSize(1024);
        return open;
    }

    private ServletContextHandler pages(FailedRequests failures) {
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
        context.setMaxFormContentSize(FORM_SIZE);
        context.setMaxFormKeys(2000);
        context.setErrorHandler(failures);
        context.addServlet(new ServletHolder(new PageServlet(tenants)), "/*");
        return context;
    }

    /** Why the port could not be opened, if so; nothing is tried while the door is open. */
    public Optional<String> portProblem() {
        if (server != null || config.port() == 0) {
            return Optional.empty();
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(config.bind(), config.port()));
            return Optional.empty();
        } catch (IOException taken) {
            return Optional.of("The port " + config.port() + " on " + config.bind() + " cannot be opened ("
                    + taken.getMessage() + ").");
        }
    }

    /**
     * When the door's certificate ends; empty without TLS.
     *
     * @throws ConfigException when the files cannot be used
     */
    public Optional<Instant> certificateEnds() {
        if (!isTls()) {
            return Optional.empty();
        }
        TlsFiles files = tls;
        return Optional.of((files == null ? tlsFiles() : files).notAfter());
    }

    private TlsFiles tlsFiles() {
        return new TlsFiles(
                config.tlsCertificate().orElseThrow(), config.tlsKey().orElseThrow());
    }

    /** Whether {@code address} is one of the proxies whose word counts. */
    public boolean trusts(InetAddress address) {
        return new TrustedProxies(config.trustedProxies()).trusts(address);
    }
}
