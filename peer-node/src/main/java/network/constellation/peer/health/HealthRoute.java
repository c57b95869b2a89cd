package network.constellation.peer.health;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.inject.Inject;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import network.constellation.peer.door.NodeRoute;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code /healthz/live}: the process answers. {@code /healthz/ready}: and calls would be answered, 503 otherwise. */
final class HealthRoute implements NodeRoute {
    private final Health health;
    private final JsonMapper json = new JsonMapper();

    @Inject
    HealthRoute(Health health) {
        this.health = health;
    }

    @Override
    public String prefix() {
        return "/healthz";
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        Map<String, Object> answer = new LinkedHashMap<>();
        if (path.equals("/healthz/live")) {
            answer.put("live", true);
        } else if (path.equals("/healthz/ready")) {
            Health.Readiness readiness = health.readiness();
            response.setStatus(readiness.ready() ? 200 : 503);
            answer.put("ready", readiness.ready());
            answer.put("findings", readiness.findings());
        } else {
            return false;
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(json.writeValueAsBytes(answer)), callback);
        return true;
    }
}
