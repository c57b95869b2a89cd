package network.constellation.peer.door;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A path of the process itself, whatever the host name: health, metrics, the administration interface. Contributed in a
 * node module; runs on a thread that may block, and must complete the callback when it returns true.
 */
public interface NodeRoute {
    /** The route serves this path and everything below it. */
    String prefix();

    /** Whether only loopback connections that came through no proxy are let in. */
    default boolean loopbackOnly() {
        return false;
    }

    boolean handle(Request request, Response response, Callback callback) throws Exception;

    /** For a module of the node injector. */
    static void bind(Binder binder, Class<? extends NodeRoute> route) {
        Multibinder.newSetBinder(binder, NodeRoute.class).addBinding().to(route);
    }
}
