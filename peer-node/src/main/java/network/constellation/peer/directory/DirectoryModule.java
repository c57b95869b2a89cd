package network.constellation.peer.directory;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.peers.NetworkStanding;
import network.constellation.peer.tenant.TenantListener;

/** The directory as a tenant sees it; for the tenant injector. {@link DirectoryNodeModule} goes into the node's. */
public final class DirectoryModule extends AbstractModule {
    @Override
    protected void configure() {
        AuditNames.bind(binder(), DirectoryEvents.ALL.toArray(new String[0]));
        Multibinder.newSetBinder(binder(), DirectoryListener.class);
        bind(NetworkDirectory.class);
        bind(DirectoryAnchors.class);
        bind(DirectoryStanding.class);
        bind(DirectoryDelivery.class);
        OptionalBinder.newOptionalBinder(binder(), NetworkStanding.class)
                .setBinding()
                .to(DirectoryStanding.class);
        TenantListener.bind(binder(), DirectoryDelivery.class);
        install(new DirectoryService());
    }
}
