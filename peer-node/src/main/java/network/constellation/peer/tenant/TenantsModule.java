package network.constellation.peer.tenant;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.lifecycle.NodeService;
import network.constellation.peer.store.Migrations;

/** The node's list of tenants. */
public final class TenantsModule extends AbstractModule {
    @Override
    protected void configure() {
        ConfigSection.bindNode(binder(), "idle", TenantConfig.class);
        Migrations.bindNode(binder(), "tenant");
        Multibinder.newSetBinder(binder(), TenantRooms.class);
        bind(TenantStore.class);
        bind(TenantParts.class);
        bind(TenantOpener.class);
        bind(Tenants.class);
        bind(IdleCloser.class);
        NodeService.bind(binder(), IdleCloser.class);
    }
}
