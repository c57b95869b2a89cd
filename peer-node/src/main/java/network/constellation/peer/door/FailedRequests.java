package network.constellation.peer.door;

import com.google.common.base.CharMatcher;
import jakarta.servlet.ServletException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import network.constellation.peer.tenant.TenantException;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.xml.XmlReader;
import network.constellation.protocol.xmlrpc.Dialect;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where a request that failed outside of its site gets its answer: a site that cannot be opened, a bug of
 * the door, a message that is no HTTP. Callers get a coded fault, browsers our page; the detail goes to the log, under
 * the reference that the page shows.
 */
final class FailedRequests extends ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FailedRequests.class);
    /** As the runner of calls answers its own bugs (mnet-wire.md 9.2). */
    private static final int INTERNAL = 712;

    private static final String INTERNAL_TEXT = "An internal error prevented your request being fulfilled.";
    private static final int LONGEST_PATH = 200;

    private final Optional<ProblemPage> page;
    private final byte[] fault;

    FailedRequests(Optional<ProblemPage> page) {
        this.page = page;
        this.fault = new XmlRpcCodec(new XmlReader(Limits.standard()))
                .writeResponse(new MethodResponse.Failure(INTERNAL, INTERNAL_TEXT), Dialect.PLAIN);
    }

    /** What the servlet of pages throws: Jetty shall not write it down a second time. */
    static final class Unanswered extends ServletException implements QuietException {
        private static final long serialVersionUID = 1L;

        Unanswered(Throwable why) {
            super(why);
        }
    }

    /** Jetty's own way here: for what the servlets threw, and for what is no HTTP. */
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Throwable why = request.getAttribute(ERROR_EXCEPTION) instanceof Throwable thrown ? thrown : null;
        answer(request, response, callback, response.getStatus(), why);
        return true;
    }

    /** A failure of the door itself, or of opening the site. */
    void answer(Request request, Response response, Callback callback, Throwable why) {
        if (response.isCommitted()) {
            LOG.error("A request failed in the middle of its answer", why);
            callback.failed(why);
            return;
        }
        response.reset();
        answer(request, response, callback, 500, why);
    }

    private void answer(Request request, Response response, Callback callback, int asked, @Nullable Throwable thrown) {
        Throwable why = thrown instanceof Unanswered && thrown.getCause() != null ? thrown.getCause() : thrown;
        int status = asked < 400 ? 500 : asked >= 500 && why instanceof TenantException ? 503 : asked;
        if (why instanceof QuietException) {
            // A client that broke off or was too slow: its doing, nothing for our log, and a flood must not fill it.
            response.setStatus(400);
            write(response, callback, "text/plain; charset=utf-8", bytes("This request did not come as a whole.\n"));
            return;
        }
        String path = Request.getPathInContext(request);
        String reference = reference();
        if (status >= 500) {
            LOG.error("{} {} was not answered, reference {}", request.getMethod(), shown(path), reference, why);
        }
        if (CallHandler.callPath(path) != null && status >= 500) {
            response.setStatus(200);
            write(response, callback, "text/xml; charset=utf-8", fault);
            return;
        }
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        if (page.isEmpty() || status < 500) {
            String sentence = status < 500 ? "This request cannot be answered." : "This site cannot answer now.";
            write(response, callback, "text/plain; charset=utf-8", bytes(sentence + "\n"));
            return;
        }
        String languages = request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
        ProblemPage.Rendered made = page.get().render(status, languages == null ? "" : languages, reference);
        response.getHeaders().put("Content-Security-Policy", made.policy());
        write(response, callback, "text/html; charset=utf-8", bytes(made.html()));
    }

    private static void write(Response response, Callback callback, String type, byte[] body) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String shown(String path) {
        String line = CharMatcher.javaIsoControl().replaceFrom(path, '?');
        return line.substring(0, Math.min(line.length(), LONGEST_PATH));
    }

    /** To find the line in the log by, no secret. */
    private static String reference() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }
}
