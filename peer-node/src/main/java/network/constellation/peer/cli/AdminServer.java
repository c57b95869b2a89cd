package network.constellation.peer.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import network.constellation.keys.provider.Digests;
import network.constellation.peer.node.Node;
import network.constellation.peer.store.DataDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The administration door of a running node: loopback only, on a port of the system's choice, for whoever can read the
 * ticket in the data directory. It executes command lines and streams back what they print.
 */
public final class AdminServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AdminServer.class);
    private static final int LARGEST_REQUEST = 1 << 20;
    private static final int AT_ONCE = 8;
    private static final int DRAIN_SECONDS = 3;

    private final CliProgram program;
    private final Node node;
    private final HttpServer server;
    private final ExecutorService workers;
    private final Path admin;
    private final AdminTicket ticket;

    private AdminServer(CliProgram program, Node node, SecureRandom random) throws IOException {
        this.program = program;
        this.node = node;
        this.admin = node.get(DataDirectory.class).admin();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), AT_ONCE);
        this.ticket = new AdminTicket(server.getAddress().getPort(), AdminTicket.newToken(random));
        this.workers = Executors.newFixedThreadPool(AT_ONCE, work -> {
            Thread thread = new Thread(work, "administration");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Opens the door and leaves the ticket.
     *
     * @param random where the ticket's token comes from
     */
    public static AdminServer open(CliProgram program, Node node, SecureRandom random) throws IOException {
        AdminServer opened = new AdminServer(program, node, random);
        opened.server.setExecutor(opened.workers);
        opened.server.createContext(AdminRequest.PATH, opened::answer);
        opened.server.start();
        opened.ticket.write(opened.admin);
        return opened;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST") || !isOwner(exchange)) {
                exchange.sendResponseHeaders(HttpURLConnection.HTTP_FORBIDDEN, -1);
                return;
            }
            AdminRequest request;
            try (InputStream body = exchange.getRequestBody()) {
                request = new ObjectMapper().readValue(body.readNBytes(LARGEST_REQUEST), AdminRequest.class);
            } catch (IOException malformed) {
                exchange.sendResponseHeaders(HttpURLConnection.HTTP_BAD_REQUEST, -1);
                return;
            }
            exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, 0);
            AdminFrames frames = new AdminFrames(exchange.getResponseBody());
            Terminal terminal = new Terminal(
                    InputStream.nullInputStream(),
                    frames.out(),
                    frames.err(),
                    Path.of(request.cwd()),
                    request.ansi(),
                    Map.of());
            frames.status(program.runOn(node, request.arguments(), terminal));
        } catch (RuntimeException unexpected) {
            LOG.warn("The administration door failed", unexpected);
        }
    }

    private boolean isOwner(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        return given != null
                && Digests.equal(
                        given.getBytes(StandardCharsets.UTF_8),
                        ("Bearer " + ticket.token()).getBytes(StandardCharsets.UTF_8));
    }

    /** Lets present commands finish for some seconds, then closes. */
    @Override
    public void close() {
        try {
            AdminTicket.remove(admin);
        } catch (IOException kept) {
            LOG.warn("The ticket of the administration door could not be removed", kept);
        }
        workers.shutdown();
        try {
            if (!workers.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException hurry) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
        server.stop(0);
    }
}
