package network.constellation.hub.grants;

import com.google.inject.AbstractModule;
import network.constellation.hub.api.ApiRoom;
import network.constellation.peer.store.Migrations;

/** Binds what sites told of their grants. */
public final class SiteGrantsModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "hubgrants");
        bind(SiteGrantsStore.class);
        bind(SiteGrants.class);
        bind(SiteGrantsApi.class);
        ApiRoom.bind(binder(), SiteGrantsApi.class);
    }
}
