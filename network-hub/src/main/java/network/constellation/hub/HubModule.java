package network.constellation.hub;

import com.google.inject.AbstractModule;
import network.constellation.hub.founding.HubNodeModule;
import network.constellation.peer.tenant.TenantRooms;

/** What a node needs to be able to hold a hub; goes into the node injector. */
public final class HubModule extends AbstractModule {
    @Override
    protected void configure() {
        install(new HubNodeModule());
        bind(HubRooms.class);
        TenantRooms.bind(binder(), HubRooms.class);
    }
}
