package network.constellation.peer.lifecycle;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;

/** Something of the process that runs while the node is started; stopped in the opposite order. */
public interface NodeService {

    /** Work before the door, so that a caller never meets a half-started node. */
    enum Phase {
        EARLY,
        JOBS,
        DOOR
    }

    Phase phase();

    void start() throws Exception;

    void stop() throws Exception;

    /** For a module of the node injector. */
    static void bind(Binder binder, Class<? extends NodeService> service) {
        Multibinder.newSetBinder(binder, NodeService.class).addBinding().to(service);
    }
}
