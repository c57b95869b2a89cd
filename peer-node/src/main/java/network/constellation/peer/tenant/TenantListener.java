package network.constellation.peer.tenant;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;

/** Told when its tenant has been opened and before it is closed; contributed in a tenant module. */
public interface TenantListener {

    /** The database is at its newest schema; nobody holds a lease yet. */
    default void opened() {}

    /** Nobody holds a lease any more; the database closes after this. */
    default void closing() {}

    /** For the module of a room. */
    static void bind(Binder binder, Class<? extends TenantListener> listener) {
        Multibinder.newSetBinder(binder, TenantListener.class).addBinding().to(listener);
    }
}
