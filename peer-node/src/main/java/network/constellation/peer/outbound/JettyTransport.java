package network.constellation.peer.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 over Jetty's client. {@link AddressGuard} judges each address when a name is resolved and once more on the
 * socket being opened. One for the whole process; {@link #close} ends it.
 */
public final class JettyTransport implements HttpTransport, AutoCloseable {
    private static final int MAX_HEADERS = 16 * 1024;
    private static final int CONNECTIONS_PER_PEER = 32;
    private static final int QUEUED_PER_PEER = 256;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(60);

    private final AddressGuard guard;
    private final HostNames names;
    private final HttpClient client;
    private final SslContextFactory.Client tls;

    /** @param tls how certificates of servers are verified; host names always are */
    public JettyTransport(AddressGuard guard, HostNames names, SslContextFactory.Client tls) {
        this(guard, names, tls, true);
    }

    /** @param hostNames whether the certificate must be for the host that is called */
    JettyTransport(AddressGuard guard, HostNames names, SslContextFactory.Client tls, boolean hostNames) {
        this.guard = guard;
        this.names = names;
        this.tls = tls;
        tls.setEndpointIdentificationAlgorithm(hostNames ? "HTTPS" : null);
        QueuedThreadPool threads = new QueuedThreadPool(64, 2);
        threads.setName("outbound");
        threads.setDaemon(true);
        ClientConnector connector = new GuardedConnector();
        connector.setSelectors(1);
        connector.setSslContextFactory(tls);
        client = new HttpClient(new HttpClientTransportOverHTTP(connector));
        client.setExecutor(threads);
        client.setScheduler(new ScheduledExecutorScheduler("outbound-timer", true));
        client.setSocketAddressResolver((host, port, context, promise) ->
                threads.execute(() -> resolve(host, port, policyOf(context), promise)));
        client.setFollowRedirects(false);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setMaxResponseHeadersSize(MAX_HEADERS);
        client.setConnectTimeout(CONNECT_TIMEOUT.toMillis());
        client.setIdleTimeout(IDLE_TIMEOUT.toMillis());
        client.setDestinationIdleTimeout(IDLE_TIMEOUT.toMillis() * 5);
        client.setMaxConnectionsPerDestination(CONNECTIONS_PER_PEER);
        client.setMaxRequestsQueuedPerDestination(QUEUED_PER_PEER);
        client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "Moodle"));
        try {
            client.start();
        } catch (Exception failed) {
            throw new IllegalStateException("The outbound HTTP client does not start.", failed);
        }
        client.getContentDecoderFactories().clear();
    }

    @Override
    public HttpAnswer post(
            URI url, ConnectPolicy policy, Map<String, String> headers, byte[] body, int maximum, Duration timeout) {
        return send(
                request(url, policy, "POST")
                        .headers(fields -> headers.forEach(fields::put))
                        .body(new BytesRequestContent(headers.getOrDefault("Content-Type", "text/xml"), body)),
                maximum,
                timeout);
    }

    @Override
    public HttpAnswer get(URI url, ConnectPolicy policy, Map<String, String> headers, int maximum, Duration timeout) {
        return send(request(url, policy, "GET").headers(fields -> headers.forEach(fields::put)), maximum, timeout);
    }

    /** Verifies as calls do, host names excepted. */
    SSLSocketFactory sslSockets() {
        return tls.getSslContext().getSocketFactory();
    }

    @Override
    public void close() {
        try {
            client.stop();
        } catch (Exception stopping) {
            throw new IllegalStateException("The outbound HTTP client does not stop.", stopping);
        }
    }

    private Request request(URI url, ConnectPolicy policy, String method) {
        try {
            guard.checkUrl(url, policy);
        } catch (ForbiddenAddressException refused) {
            throw new UnreachableException(String.valueOf(refused.getMessage()), false);
        }
        return client.newRequest(url).method(method).tag(policy);
    }

    private static HttpAnswer send(Request request, int maximum, Duration timeout) {
        boolean[] sent = new boolean[1];
        CompletableFuture<ContentResponse> answer = new CompletableResponseListener(
                        request.onRequestBegin(begun -> sent[0] = true)
                                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS),
                        maximum)
                .send();
        try {
            ContentResponse response = answer.get(timeout.toMillis() + 1_000, TimeUnit.MILLISECONDS);
            return new HttpAnswer(response.getStatus(), response.getContent());
        } catch (ExecutionException failed) {
            throw unreachable(failed.getCause() == null ? failed : failed.getCause(), sent[0], timeout);
        } catch (TimeoutException late) {
            request.abort(late);
            throw unreachable(late, sent[0], timeout);
        } catch (InterruptedException interrupted) {
            request.abort(interrupted);
            Thread.currentThread().interrupt();
            throw new UnreachableException("interrupted while waiting", sent[0]);
        }
    }

    private static UnreachableException unreachable(Throwable cause, boolean sent, Duration timeout) {
        for (Throwable step = cause; step != null; step = step.getCause()) {
            if (step instanceof ForbiddenAddressException) {
                return new UnreachableException(String.valueOf(step.getMessage()), false);
            }
            if (step instanceof TimeoutException) {
                return new UnreachableException("no answer within " + timeout.toSeconds() + " s", sent);
            }
            if (step instanceof UnknownHostException) {
                return new UnreachableException("the host name " + step.getMessage() + " is not known", false);
            }
        }
        String message = cause.getMessage();
        if (cause instanceof java.io.EOFException) {
            // The client's own words are the state of its connection, which says nothing to an administrator.
            return new UnreachableException("the connection was closed before an answer came", sent);
        }
        return new UnreachableException(message == null ? cause.getClass().getSimpleName() : message, sent);
    }

    private void resolve(String host, int port, ConnectPolicy policy, Promise<List<InetSocketAddress>> promise) {
        try {
            List<InetSocketAddress> permitted = new ArrayList<>();
            ForbiddenAddressException refusal = null;
            for (InetAddress address : names.resolve(host)) {
                try {
                    guard.checkAddress(address, policy);
                    permitted.add(new InetSocketAddress(address, port));
                } catch (ForbiddenAddressException refused) {
                    refusal = refused;
                }
            }
            if (!permitted.isEmpty()) {
                promise.succeeded(permitted);
            } else {
                promise.failed(refusal == null ? new UnknownHostException(host) : refusal);
            }
        } catch (IOException | RuntimeException failed) {
            promise.failed(failed);
        }
    }

    private static ConnectPolicy policyOf(Map<String, Object> context) {
        Object destination = context.get(Destination.CONTEXT_KEY);
        Object tag =
                destination instanceof Destination known ? known.getOrigin().getTag() : null;
        return tag instanceof ConnectPolicy policy ? policy : ConnectPolicy.strict();
    }

    /** Judges the very address that is about to be connected to. */
    private final class GuardedConnector extends ClientConnector {
        @Override
        public void connect(SocketAddress address, @Nullable Map<String, Object> context) {
            try {
                if (context == null || !(address instanceof InetSocketAddress target) || target.isUnresolved()) {
                    throw new ForbiddenAddressException("an address that cannot be judged");
                }
                guard.checkAddress(target.getAddress(), policyOf(context));
            } catch (ForbiddenAddressException refused) {
                Object promise = context == null ? null : context.get(CONNECTION_PROMISE_CONTEXT_KEY);
                if (promise instanceof Promise<?> waiting) {
                    waiting.failed(refused);
                }
                return;
            }
            super.connect(address, context);
        }
    }
}
