package network.constellation.peer.audit;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;
import java.util.List;

/** The event names of one room, such as {@code peer.approved}; a name that no room registered cannot be written. */
public record AuditNames(List<String> names) {
    public AuditNames {
        names = List.copyOf(names);
        for (String name : names) {
            if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+")) {
                throw new IllegalArgumentException("not the name of an event: " + name);
            }
        }
    }

    /** For a module of the tenant injector. */
    public static void bind(Binder binder, String... names) {
        Multibinder.newSetBinder(binder, AuditNames.class).addBinding().toInstance(new AuditNames(List.of(names)));
    }
}
