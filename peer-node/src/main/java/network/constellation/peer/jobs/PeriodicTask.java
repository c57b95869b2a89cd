package network.constellation.peer.jobs;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;
import java.time.Duration;
import network.constellation.peer.config.ForNode;

/** Work that is done again and again; a watchdog raises an alarm when it has not succeeded for too long. */
public interface PeriodicTask {
    /** Unique in its injector, and the same for ever. */
    String name();

    /** From the end of one run to the start of the next, by the node's clock; up to a tenth is added as jitter. */
    Duration every();

    /** The watchdog alarms when the last success is older. */
    default Duration alarmAfter() {
        return every().multipliedBy(3).plusMinutes(1);
    }

    void run() throws Exception;

    /** For a module of the tenant injector: runs once per tenant. */
    static void bindTenant(Binder binder, Class<? extends PeriodicTask> task) {
        Multibinder.newSetBinder(binder, PeriodicTask.class).addBinding().to(task);
    }

    /** For a module of the node injector: runs once in the process, or in one of its replicas. */
    static void bindNode(Binder binder, Class<? extends PeriodicTask> task) {
        Multibinder.newSetBinder(binder, PeriodicTask.class, ForNode.class)
                .addBinding()
                .to(task);
    }
}
