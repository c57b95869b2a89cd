package network.constellation.peer.health;

import com.google.inject.Inject;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import network.constellation.peer.door.NodeRoute;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code /metrics} in the text form of Prometheus; for this machine only, unless the settings say otherwise. */
final class MetricsRoute implements NodeRoute {
    private final PrometheusMeterRegistry registry;
    private final HealthConfig config;

    @Inject
    MetricsRoute(PrometheusMeterRegistry registry, HealthConfig config) {
        this.registry = registry;
        this.config = config;
    }

    @Override
    public String prefix() {
        return "/metrics";
    }

    @Override
    public boolean loopbackOnly() {
        return !config.publicMetrics();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
        response.write(true, ByteBuffer.wrap(registry.scrape().getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }
}
