package network.constellation.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.suite.Suite;

/** The node under test: a process of its own, set up and started with the launcher as an administrator would. */
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
        verb("tenant", "add", "--data", data.toString(), "--wwwroot", wwwroot.value(), "--name", "Bench");
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

    /** Links the node with a peer that it trusts. */
    void link(Caller caller) throws IOException {
        Path certificate = Files.writeString(Files.createTempFile(data, "peer", ".pem"), caller.certificateFile());
        verb(
                "net", "add", "--data", data.toString(), "--tenant", wwwroot.value(),
                caller.wwwroot().value(), "--certificate", certificate.toString(),
                "--suite", caller.suite() == Suite.MODERN ? "modern" : "legacy",
                "--allow-address", "127.0.0.0/8", "--allow-http");
    }

    PublicIdentity identity(CryptoEngine engine) throws IOException {
        String bundle = verb("key", "show", "--data", data.toString(), "--tenant", wwwroot.value(), "--bundle");
        try {
            return PublicIdentity.parseBundle(engine, wwwroot, bundle);
        } catch (Exception refused) {
            throw new BenchException("The node's keys cannot be read: " + refused.getMessage());
        }
    }

    /** @return milliseconds until its line said that it is ready */
    long start(Path config) throws IOException {
        long begin = System.nanoTime();
        Process node = new ProcessBuilder(
                        launcher.toString(), "peer", "run", "--data", data.toString(), "--port", String.valueOf(port),
                        "--bind", "127.0.0.1", "--config", config.toString())
                .redirectError(data.resolve("node.log").toFile())
                .start();
        running.add(node);
        awaitLine(node);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    private String verb(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        Path errors = data.resolveSibling("errors.txt");
        try {
            Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new BenchException(String.join(" ", arguments) + ": " + Files.readString(errors));
            }
            return out;
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted");
        }
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
