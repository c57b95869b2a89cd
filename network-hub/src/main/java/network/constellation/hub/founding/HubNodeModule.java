package network.constellation.hub.founding;

import com.google.inject.AbstractModule;
import network.constellation.peer.store.Migrations;

/** What a node knows of its hub: which tenant it is. */
public final class HubNodeModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindNode(binder(), "founding");
        bind(HubTenant.Mark.class);
        bind(HubTenant.class);
    }
}
