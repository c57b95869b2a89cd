package network.constellation.peer.door;

import com.google.inject.AbstractModule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.node.Node;
import network.constellation.peer.node.NodeBuilder;
import network.constellation.peer.tenant.TenantLease;

/** A node with one site that tells what its door let through. */
final class TestSite implements AutoCloseable {
    static final String CALLS = "/mnet/xmlrpc/server.php";

    final Node node;
    final AtomicInteger answered = new AtomicInteger();
    volatile boolean verified = true;
    volatile CountDownLatch gate = new CountDownLatch(0);

    TestSite(Path data, ConfigReader config) {
        node = NodeBuilder.in(data)
                .config(config.with("door.port", 0).with("door.bind", "127.0.0.1"))
                .tenant(new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(RpcEndpoint.class).toInstance(new Endpoint());
                        bind(PageEndpoint.class).toInstance(TestSite::page);
                    }
                })
                .build()
                .start();
        node.tenants().add(Wwwroot.of("http://a.localhost"), "A");
        node.tenants().add(Wwwroot.of("http://a.localhost/school"), "School");
    }

    private final class Endpoint implements RpcEndpoint {
        @Override
        public RpcAnswer answer(RpcRequest request) {
            answered.incrementAndGet();
            try {
                gate.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            String text = request.lease().tenant().name() + " " + request.body().length + " "
                    + request.remoteAddress().getHostAddress() + " " + request.path();
            return RpcAnswer.xml(text.getBytes(StandardCharsets.UTF_8), verified);
        }

        @Override
        public RpcAnswer tooLarge(RpcRequest request) {
            return RpcAnswer.xml("fault too large".getBytes(StandardCharsets.UTF_8), false);
        }
    }

    private static void page(TenantLease lease, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/plain");
        response.getWriter()
                .print(lease.tenant().name() + " " + request.getScheme() + " " + request.getServerName() + " "
                        + request.getRequestURI() + " " + request.getRemoteAddr());
    }

    /** An answer as it came over the wire. */
    record Reply(int statusCode, List<String> headers, String body) {
        Optional<String> header(String name) {
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }
    }

    /** The answer may come, and the connection be closed, while the body is still being sent. */
    Reply post(String path, byte[] body) throws IOException {
        try (Raw raw = raw()) {
            raw.head(path, "Content-Length: " + body.length, "Connection: close");
            try {
                raw.send(body);
            } catch (SocketException closed) {
                // What was answered before can still be read.
            }
            return reply(raw.all());
        }
    }

    Reply get(String path, String... headers) throws IOException {
        try (Raw raw = raw()) {
            raw.send("GET " + path + " HTTP/1.1\r\nHost: a.localhost\r\nConnection: close\r\n"
                    + String.join("\r\n", headers) + (headers.length > 0 ? "\r\n\r\n" : "\r\n"));
            return reply(raw.all());
        }
    }

    private static Reply reply(String text) {
        int blank = text.indexOf("\r\n\r\n");
        List<String> head = text.substring(0, Math.max(blank, 0)).lines().toList();
        if (head.isEmpty()) {
            return new Reply(0, List.of(), text);
        }
        return new Reply(
                Integer.parseInt(head.get(0).split(" ")[1]), head.subList(1, head.size()), text.substring(blank + 4));
    }

    /** A connection by hand, for clients that misbehave. */
    Raw raw() throws IOException {
        return new Raw(new Socket("127.0.0.1", node.port()));
    }

    /** What a misbehaving client sends, and what it gets. */
    record Raw(Socket socket) implements AutoCloseable {
        Raw send(String text) throws IOException {
            return send(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        Raw send(byte[] bytes) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
            return this;
        }

        Raw head(String path, String... headers) throws IOException {
            return send("POST " + path + " HTTP/1.1\r\nHost: a.localhost\r\n" + String.join("\r\n", headers)
                    + (headers.length > 0 ? "\r\n\r\n" : "\r\n"));
        }

        /** Everything until the server closes, or an empty text when it resets the connection. */
        String all() {
            try (InputStream in = socket.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            } catch (IOException reset) {
                return "";
            }
        }

        String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = socket.getInputStream().read();
                    c >= 0 && c != '\n';
                    c = socket.getInputStream().read()) {
                line.append((char) c);
            }
            return line.toString().strip();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Override
    public void close() {
        gate.countDown();
        node.close();
    }
}
