package network.constellation.peer.health;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;
import java.util.List;

/** As {@link HealthCheck}, for one tenant: its keys, its peers; contributed in a tenant module, asked by {@code doctor}. */
public interface TenantCheck {
    List<Finding> check();

    /** For a module of the tenant injector. */
    static void bind(Binder binder, Class<? extends TenantCheck> check) {
        Multibinder.newSetBinder(binder, TenantCheck.class).addBinding().to(check);
    }
}
