package network.constellation.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import network.constellation.hub.founding.HubTenant;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.cli.AdminServer;
import network.constellation.peer.cli.CliCommand;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.node.Node;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code peer run} and {@code hub run}: the node as a process, until it is told to stop. */
final class RunCli implements CliRoom {

    @Override
    public void verbs(Verbs verbs) {
        verbs.group("peer", "A site's end of the network.")
                .group("hub", "The network's authority.")
                .add("peer", RunPeer.class)
                .add("hub", RunHub.class);
    }

    @Command(name = "run", description = "Serve the sites of this node until told to stop (SIGTERM, Ctrl-C).")
    static final class RunPeer extends Run {
        RunPeer() {
            super(false);
        }
    }

    @Command(
            name = "run",
            description = "Serve the hub, and the sites beside it, until told to stop (SIGTERM, Ctrl-C).")
    static final class RunHub extends Run {
        RunHub() {
            super(true);
        }
    }

    /** What both do. */
    @Command
    abstract static class Run extends CliCommand.Local {
        @Option(names = "--data", required = true, paramLabel = "DIR", description = "The node's data directory.")
        Path data = Path.of(".");

        @Option(names = "--port", paramLabel = "N", description = "Port to listen on; 0 takes a free one.")
        @Nullable
        Integer port;

        @Option(names = "--bind", paramLabel = "ADDRESS", description = "Address to listen on.")
        @Nullable
        String bind;

        @Option(names = "--config", paramLabel = "FILE", description = "Settings (HOCON).")
        @Nullable
        Path config;

        @Option(
                names = "--tls-certificate",
                paramLabel = "FILE",
                description = "PEM chain; read again when it changes.")
        @Nullable
        Path tlsCertificate;

        @Option(names = "--tls-key", paramLabel = "FILE", description = "PEM key; read again when it changes.")
        @Nullable
        Path tlsKey;

        private final boolean hub;

        Run(boolean hub) {
            this.hub = hub;
        }

        @Override
        public void run(CliContext context) throws IOException, InterruptedException {
            long begin = System.nanoTime();
            if ((tlsCertificate == null) != (tlsKey == null)) {
                throw CliException.badInput("Give --tls-certificate and --tls-key together, or neither.");
            }
            Node node = Assembly.builder(context.resolve(data))
                    .config(settings(context))
                    .build();
            if (hub && node.open().get(HubTenant.class).wwwroot().isEmpty()) {
                node.close();
                throw CliException.badInput("The node in " + data
                        + " is no hub; found a network with `constellation hub found --data DIR --wwwroot URL`.");
            }
            Stopping stopping = new Stopping(node);
            Runtime.getRuntime().addShutdownHook(new Thread(stopping, "stop"));
            node.start();
            stopping.admin = AdminServer.open(
                    Main.program(), node, node.get(CryptoEngine.class).random());
            sayReady(context, node, (System.nanoTime() - begin) / 1_000_000);
            // From here on the node lives on its own threads; the hook ends the process.
            new CountDownLatch(1).await();
        }

        private ConfigReader settings(CliContext context) {
            Map<String, Object> typed = new LinkedHashMap<>();
            put(typed, "door.port", port);
            put(typed, "door.bind", bind);
            put(typed, "door.tls-certificate", tlsCertificate == null ? null : context.resolve(tlsCertificate));
            put(typed, "door.tls-key", tlsKey == null ? null : context.resolve(tlsKey));
            ConfigReader settings =
                    ConfigReader.load(config == null ? null : context.resolve(config), context.environment());
            for (Map.Entry<String, Object> entry : typed.entrySet()) {
                settings = settings.with(entry.getKey(), entry.getValue());
            }
            return settings;
        }

        private static void put(Map<String, Object> typed, String key, @Nullable Object value) {
            if (value != null) {
                typed.put(key, value instanceof Path path ? path.toString() : value);
            }
        }

        private void sayReady(CliContext context, Node node, long millis) {
            int tenants = node.tenants().list().size();
            String engine = node.get(CryptoEngine.class).name();
            String url = (tlsKey == null ? "http" : "https") + "://" + (bind == null ? "0.0.0.0" : bind) + ":"
                    + (port == null ? 8080 : port);
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("ready", true);
            document.put("listens", url);
            document.put("tenants", tenants);
            document.put("cryptography", engine);
            document.put("milliseconds", millis);
            context.answer(
                    document,
                    out -> out.printf(
                            Locale.ROOT,
                            "Ready in %.1f s: %s on %s, %d %s, cryptography %s.%n",
                            millis / 1000.0,
                            hub ? "hub" : "peer node",
                            url,
                            tenants,
                            tenants == 1 ? "site" : "sites",
                            engine));
        }
    }

    /** Runs when the process is told to end: present work may finish, then everything closes. */
    private static final class Stopping implements Runnable {
        private final Node node;
        private volatile @Nullable AdminServer admin;

        Stopping(Node node) {
            this.node = node;
        }

        @Override
        public void run() {
            AdminServer open = admin;
            if (open != null) {
                open.close();
            }
            node.close();
            // Told to stop, and stopped in order: that is success, which the virtual machine would report as a signal.
            Runtime.getRuntime().halt(0);
        }
    }
}
