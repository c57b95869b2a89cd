package network.constellation.peer.health;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;

/** Makes room for a tenant's own checks. */
public final class TenantHealthModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), TenantCheck.class);
    }
}
