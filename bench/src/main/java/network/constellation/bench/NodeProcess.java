package network.constellation.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.suite.Suite;
import network.constellation.app.Assembly;
import network.constellation.peer.node.Node;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.peers.SuiteChoice;
import network.constellation.peer.tenant.TenantLease;

/** The node under test: a process of its own, started with the launcher as an administrator would. */
final class NodeProcess implements AutoCloseable {
    private final Path launcher;
    private final Path data;
    private final int port;
    private final Wwwroot wwwroot;
    private final List<Process> running = new ArrayList<>();

    NodeProcess(Path root, Path data) throws IOException {
        this.launcher = root.resolve("constellation");
        this.data = data;
        this.port = freePort();
        this.wwwroot = Wwwroot.of("http://node.localhost:" + port);
    }

    static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return probe.getLocalPort();
        }
    }

    Wwwroot wwwroot() {
        return wwwroot;
    }

    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", port);
    }

    String host() {
        return "node.localhost:" + port;
    }

    /** Of the node that was started last. */
    ProcessHandle process() {
        return running.get(running.size() - 1).toHandle();
    }

    /** Makes the site and links it with callers that it trusts. @return what callers must know of it */
    PublicIdentity setUp(List<Caller> callers) {
        try (Node node = Assembly.builder(data).build().open()) {
            node.tenants().add(wwwroot, "Bench");
            try (TenantLease site = node.tenants().open(wwwroot)) {
                for (Caller caller : callers) {
                    SuiteChoice suite = caller.suite() == Suite.MODERN ? SuiteChoice.MODERN : SuiteChoice.LEGACY;
                    site.get(Peers.class)
                            .admit(
                                    caller.identity(),
                                    new PeerTerms("", Application.CONSTELLATION, suite, List.of(), true),
                                    "administrator",
                                    "bench");
                }
                return site.get(SiteIdentity.class).published();
            }
        }
    }

    /** @return milliseconds until its line said that it is ready */
    long start() throws IOException {
        long begin = System.nanoTime();
        Process node = new ProcessBuilder(
                        launcher.toString(), "peer", "run", "--data", data.toString(), "--port", String.valueOf(port),
                        "--bind", "127.0.0.1")
                .redirectError(data.resolve("node.log").toFile())
                .start();
        running.add(node);
        awaitLine(node);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    static void awaitLine(Process process) throws IOException {
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        if (out.readLine() == null) {
            throw new BenchException("A process ended before it was ready.");
        }
    }

    @Override
    public void close() {
        for (Process process : running) {
            process.destroy();
            try {
                if (!process.waitFor(15, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException hurry) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
        running.clear();
    }
}
