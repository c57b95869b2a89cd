package network.constellation.peer.health;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;
import java.util.List;

/** Something that may be wrong with a node; contributed in a node module. Answers within seconds and changes nothing. */
public interface HealthCheck {
    /** One or more findings. */
    List<Finding> check();

    /** Whether a node with a bad finding of this check must not be sent work. */
    default boolean gatesReadiness() {
        return false;
    }

    /** For a module of the node injector. */
    static void bind(Binder binder, Class<? extends HealthCheck> check) {
        Multibinder.newSetBinder(binder, HealthCheck.class).addBinding().to(check);
    }
}
