package network.constellation.peer.door;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Every request comes by here: admission, then the process's own paths, then calls, then pages. */
final class DoorHandler extends Handler.Wrapper {
    private final Admission admission;
    private final ConnectionWatch watch;
    private final CallHandler calls;
    private final List<NodeRoute> routes;
    private final DoorMeters meters;
    private final FailedRequests failures;
    private final Predicate<InetAddress> proxies;

    DoorHandler(
            Handler pages,
            Admission admission,
            ConnectionWatch watch,
            CallHandler calls,
            Set<NodeRoute> routes,
            DoorMeters meters,
            FailedRequests failures,
            Predicate<InetAddress> proxies) {
        super(pages);
        this.admission = admission;
        this.watch = watch;
        this.calls = calls;
        this.routes = List.copyOf(routes);
        this.meters = meters;
        this.failures = failures;
        this.proxies = proxies;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        InetAddress remote = TrustedProxies.direct(request);
        if (remote == null) {
            return refuse(response, callback, 400, "The address of the client is not known.");
        }
        // A proxy that does not say for whom it asks is not one client: it alone would fill its own share.
        boolean counted = !proxies.test(remote);
        if (counted && !admission.enter(remote)) {
            meters.refused("address");
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "5");
            return refuse(response, callback, 503, "Too many requests at a time from your address.");
        }
        Connection connection = request.getConnectionMetaData().getConnection();
        watch.served(connection);
        Callback leaving = new Ending(callback, () -> {
            watch.done(connection);
            if (counted) {
                admission.leave(remote);
            }
        });
        try {
            if (!route(request, response, leaving, remote)) {
                refuse(response, leaving, 404, "There is nothing here.");
            }
        } catch (Exception failed) {
            failures.answer(request, response, leaving, failed);
        }
        return true;
    }

    private boolean route(Request request, Response response, Callback callback, InetAddress remote) throws Exception {
        String path = Request.getPathInContext(request);
        String callPath = CallHandler.callPath(path);
        if (callPath != null) {
            calls.handle(request, response, callback, remote, callPath);
            return true;
        }
        NodeRoute route = find(path);
        if (route != null) {
            if (route.loopbackOnly() && !isLocal(request, remote)) {
                return refuse(response, callback, 403, "This is for the machine itself.");
            }
            headers(response.getHeaders());
            return route.handle(request, response, callback);
        }
        headers(response.getHeaders());
        return super.handle(request, response, callback);
    }

    private @Nullable NodeRoute find(String path) {
        for (NodeRoute route : routes) {
            String prefix = route.prefix();
            if (path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/')) {
                return route;
            }
        }
        return null;
    }

    /** A connection from a proxy on this machine is local too, but what it forwards is not. */
    private static boolean isLocal(Request request, InetAddress remote) {
        HttpFields headers = request.getHeaders();
        return remote.isLoopbackAddress() && !headers.contains("X-Forwarded-For") && !headers.contains("Forwarded");
    }

    /** The least that every page needs; {@code web} adds its policy. */
    private static void headers(HttpFields.Mutable headers) {
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "same-origin");
        headers.put("X-Frame-Options", "DENY");
    }

    /** Host and port as the client wrote them, or as a trusted proxy says it wrote them. */
    static String host(Request request) {
        HttpURI uri = request.getHttpURI();
        String host = uri.getHost() == null ? "" : uri.getHost();
        return uri.getPort() > 0 ? host + ":" + uri.getPort() : host;
    }

    private static boolean refuse(Response response, Callback callback, int status, String sentence) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        response.write(true, ByteBuffer.wrap((sentence + "\n").getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }
}
