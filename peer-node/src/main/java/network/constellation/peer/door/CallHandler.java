package network.constellation.peer.door;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.peer.tenant.Tenants;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** The two paths on which sites call each other, under any tenant's base path (mnet-wire.md 1.1). */
final class CallHandler {
    static final String MOODLE = "/mnet/xmlrpc/server.php";
    static final String MAHARA = "/api/xmlrpc/server.php";

    private static final Pattern TRACE_PARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private final DoorConfig config;
    private final Tenants tenants;
    private final Admission admission;
    private final ConnectionWatch watch;
    private final DoorMeters meters;
    private final FailedRequests failures;

    CallHandler(
            DoorConfig config,
            Tenants tenants,
            Admission admission,
            ConnectionWatch watch,
            DoorMeters meters,
            FailedRequests failures) {
        this.config = config;
        this.tenants = tenants;
        this.admission = admission;
        this.watch = watch;
        this.meters = meters;
        this.failures = failures;
    }

    /** The path below the tenant's base path, or null when it is no path of calls. */
    static @Nullable String callPath(String path) {
        return path.endsWith(MOODLE) ? MOODLE : path.endsWith(MAHARA) ? MAHARA : null;
    }

    void handle(Request request, Response response, Callback callback, InetAddress remote, String callPath) {
        if (!request.getMethod().equals("POST")) {
            response.getHeaders().put(HttpHeader.ALLOW, "POST");
            plain(response, callback, 405, "Calls are sent by POST.");
            return;
        }
        String path = Request.getPathInContext(request);
        String base = path.substring(0, path.length() - callPath.length());
        Optional<TenantLease> found = tenants.find(DoorHandler.host(request), path);
        if (found.isEmpty()) {
            plain(response, callback, 404, "There is no site of this name here.");
            return;
        }
        TenantLease lease = found.get();
        Optional<RpcEndpoint> endpoint =
                lease.tenant().wwwroot().path().equals(base) ? lease.find(RpcEndpoint.class) : Optional.empty();
        if (endpoint.isEmpty()) {
            lease.close();
            plain(response, callback, 404, "Calls are not answered at this address.");
            return;
        }
        new Call(request, response, callback, remote, callPath, lease, endpoint.get()).begin();
    }

    private static void plain(Response response, Callback callback, int status, String sentence) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        response.write(true, ByteBuffer.wrap((sentence + "\n").getBytes(StandardCharsets.UTF_8)), callback);
    }

    /** A client's doing, nothing for our log. */
    private static final class BrokenBodyException extends Exception implements QuietException {
        private static final long serialVersionUID = 1L;

        BrokenBodyException(Throwable why) {
            super(why);
        }
    }

    /** One call on its way through the door. */
    private final class Call implements CallBody.Reader {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final InetAddress remote;
        private final String path;
        private final TenantLease lease;
        private final RpcEndpoint endpoint;
        private final boolean member;
        private final CallBody body;

        Call(
                Request request,
                Response response,
                Callback callback,
                InetAddress remote,
                String path,
                TenantLease lease,
                RpcEndpoint endpoint) {
            this.request = request;
            this.response = response;
            this.remote = remote;
            this.path = path;
            this.lease = lease;
            this.endpoint = endpoint;
            this.member = admission.isMember(remote);
            long limit = member
                    ? config.callSize().toBytes()
                    : config.strangerCallSize().toBytes();
            this.body = new CallBody(request, (int) limit, admission, watch, this);
            this.callback = new Ending(callback, this::end);
        }

        void begin() {
            body.read();
        }

        private void end() {
            body.free();
            lease.close();
        }

        @Override
        public void complete(byte[] bytes) {
            if (member) {
                answer(bytes);
                return;
            }
            Executor threads = request.getComponents().getThreadPool();
            if (!admission.runStranger(() -> answer(bytes), threads)) {
                meters.refused("busy");
                response.getHeaders().put(HttpHeader.RETRY_AFTER, "5");
                plain(response, callback, 503, "Too many calls from unknown addresses; try again in some seconds.");
            }
        }

        private void answer(byte[] bytes) {
            RpcAnswer answer;
            try {
                answer = endpoint.answer(rpc(bytes));
            } catch (RuntimeException | LinkageError | StackOverflowError bug) {
                meters.refused("error");
                failures.answer(request, response, callback, bug);
                return;
            }
            if (answer.verified()) {
                admission.proved(remote);
            }
            write(answer);
        }

        private RpcRequest rpc(byte[] bytes) {
            return new RpcRequest(lease, path, remote, bytes, trace());
        }

        private @Nullable String trace() {
            String parent = request.getHeaders().get("traceparent");
            if (parent == null) {
                return null;
            }
            var matcher = TRACE_PARENT.matcher(parent);
            return matcher.matches() ? matcher.group(1) : null;
        }

        private void write(RpcAnswer answer) {
            response.setStatus(answer.status());
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length);
            response.write(true, ByteBuffer.wrap(answer.body()), callback);
        }

        @Override
        public void tooLarge() {
            meters.refused("too-large");
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            write(endpoint.tooLarge(rpc(new byte[0])));
        }

        @Override
        public void noMemory() {
            meters.refused("memory");
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "5");
            plain(response, callback, 503, "Too many large calls at a time; try again in some seconds.");
        }

        @Override
        public void broken(Throwable why) {
            if (why instanceof CallBody.UnsupportedEncodingException) {
                meters.refused("encoding");
                response.getHeaders().put(HttpHeader.CONNECTION, "close");
                plain(response, callback, 415, "Send the call without content encoding.");
                return;
            }
            meters.refused("broken-body");
            callback.failed(why instanceof QuietException ? why : new BrokenBodyException(why));
        }
    }
}
