package network.constellation.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.suite.Suite;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * One run: calls/s and latencies of a signed and encrypted {@code system/listServices} in both suites at 1, 4 and 16
 * callers, beside the RSA limits of the machine and a bare Jetty. Every call is a different envelope, sealed
 * beforehand.
 */
@Command(name = "bench/run", mixinStandardHelpOptions = true, description = "Measures one node on this machine.")
public final class Bench implements Runnable {
    private static final int[] CALLERS = {1, 4, 16};
    private static final String RPC_PATH = "/mnet/xmlrpc/server.php";

    @Option(names = "--seconds", defaultValue = "5", description = "Length of each measured run (${DEFAULT-VALUE}).")
    int seconds = 5;

    @Option(names = "--legacy-rate", defaultValue = "3000", description = "Most legacy calls/s to have sealed for.")
    int legacyRate = 3000;

    @Option(names = "--modern-rate", defaultValue = "16000", description = "Most modern calls/s to have sealed for.")
    int modernRate = 16_000;

    @Option(names = "--modern-only", description = "Only the modern suite, and the bare Jetty to compare it with.")
    boolean modernOnly;

    @Option(names = "--echo-only", description = "Only the bare Jetty, with bodies of 2000 bytes.")
    boolean echoOnly;

    private final int processors = Runtime.getRuntime().availableProcessors();
    private final CryptoEngine engine = CryptoEngine.detect();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    private record Row(String what, int callers, Load.Run run) {}

    @Override
    public void run() {
        try {
            measure();
        } catch (IOException failed) {
            throw new BenchException("The measurement failed: " + failed.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void measure() throws IOException, InterruptedException {
        Path root = Path.of(Objects.requireNonNull(System.getProperty("constellation.root")));
        System.out.printf(
                Locale.ROOT,
                "%d processors, JDK %s, %s%n%n",
                processors,
                System.getProperty("java.version"),
                engine.name());
        if (echoOnly) {
            heading();
            runEcho(2000, 2000);
            return;
        }
        double provider = modernOnly ? Double.NaN : rsaLimits();
        heading();
        Path data = Files.createDirectories(Files.createTempDirectory("constellation-bench").resolve("node"));
        double legacyAt16;
        double modernAt16;
        int[] sizes = new int[2];
        try (NodeProcess node = new NodeProcess(root, data)) {
            Caller legacy = new Caller(engine, Suite.LEGACY, Wwwroot.of("http://legacy.localhost"));
            Caller modern = new Caller(engine, Suite.MODERN, Wwwroot.of("http://modern.localhost"));
            PublicIdentity identity = node.setUp(List.of(legacy, modern));
            node.start();
            legacyAt16 = modernOnly ? Double.NaN : runSuite(node, identity, legacy, legacyRate, sizes);
            modernAt16 = runSuite(node, identity, modern, modernRate, sizes);
        }
        double echoAt16 = runEcho(sizes[0], sizes[1]);

        System.out.println();
        if (!modernOnly) {
            System.out.printf(
                    Locale.ROOT,
                    "Legacy at 16 callers: %.0f %% of half the provider's RSA rate (wanted: 60)%n",
                    100 * legacyAt16 / (provider / 2));
        }
        System.out.printf(
                Locale.ROOT,
                "Modern at 16 callers: %.0f %% of the bare Jetty echo (wanted: 30)%n",
                100 * modernAt16 / echoAt16);
    }

    /** @return private operations/s of the provider in use */
    private double rsaLimits() throws IOException, InterruptedException {
        double openssl = RsaLimits.openssl(processors, 3);
        double provider = RsaLimits.provider(engine, processors, Duration.ofSeconds(4));
        System.out.printf(Locale.ROOT, "%-46s %9.0f /s%n", "RSA-2048 private, openssl speed, all cores", openssl);
        System.out.printf(Locale.ROOT, "%-46s %9.0f /s%n%n", "RSA-2048 private, provider in use, all cores", provider);
        return provider;
    }

    /** @return calls/s at the most callers */
    private double runSuite(NodeProcess node, PublicIdentity identity, Caller caller, int rate, int[] sizes)
            throws InterruptedException {
        Load load = new Load(node.address(), node.process());
        String name = caller.suite().name().toLowerCase(Locale.ROOT);
        // The first call proves this address to be the peer's; the next ones meet an unwarmed machine. Neither is shown.
        once(load, node, identity, caller, 100, 1, new int[2]);
        once(load, node, identity, caller, rate * seconds, 16, new int[2]);
        double last = 0;
        for (int callers : CALLERS) {
            Load.Run run = once(load, node, identity, caller, rate * seconds, callers, sizes);
            print(new Row(name, callers, run));
            last = run.perSecond();
        }
        return last;
    }

    private Load.Run once(
            Load load, NodeProcess node, PublicIdentity identity, Caller caller, int count, int callers, int[] sizes)
            throws InterruptedException {
        Caller.Sealed sealed = caller.seal(identity, count);
        List<byte[]> requests = sealed.bodies().stream()
                .map(body -> Load.request(node.host(), RPC_PATH, body))
                .toList();
        Load.Run run = load.run(requests, callers, Duration.ofSeconds(seconds));
        run.samples().forEach(sample -> caller.check(identity, sealed, sample));
        sizes[0] = sealed.bodies().get(0).length;
        sizes[1] = run.samples().get(0).body().length;
        return run;
    }

    /** The same load generator, sizes of bodies as in the modern suite. */
    private double runEcho(int requestLength, int answerLength) throws IOException, InterruptedException {
        int port = NodeProcess.freePort();
        Process echo = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseParallelGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EchoServer.class.getName(),
                        String.valueOf(port),
                        String.valueOf(answerLength))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            NodeProcess.awaitLine(echo);
            byte[] request = Load.request("127.0.0.1", RPC_PATH, new byte[requestLength]);
            List<byte[]> requests = Collections.nCopies(200_000 * seconds, request);
            Load load = new Load(new InetSocketAddress("127.0.0.1", port), echo.toHandle());
            load.run(requests, 16, Duration.ofSeconds(seconds));
            double last = 0;
            for (int callers : CALLERS) {
                Load.Run run = load.run(requests, callers, Duration.ofSeconds(seconds));
                print(new Row("bare Jetty", callers, run));
                last = run.perSecond();
            }
            return last;
        } finally {
            echo.destroy();
        }
    }

    private static void heading() {
        System.out.printf("%-10s %8s %10s %9s %9s %14s%n", "", "callers", "calls/s", "p50 ms", "p99 ms", "server us/call");
    }

    private static void print(Row row) {
        System.out.printf(
                Locale.ROOT,
                "%-10s %8d %10.0f %9.2f %9.2f %14.1f%n",
                row.what(),
                row.callers(),
                row.run().perSecond(),
                row.run().millis(0.5),
                row.run().millis(0.99),
                row.run().serverMicros());
    }
}
