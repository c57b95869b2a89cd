package network.constellation.peer.originals;

import com.google.inject.AbstractModule;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.store.Migrations;
import network.constellation.peer.web.Pages;

/** Binds being led by a network of originals. */
public final class OriginalsModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "originals");
        AuditNames.bind(
                binder(),
                "master.accepted",
                "master.withdrawn",
                "keyboot.window-opened",
                "keyboot.done",
                "keyboot.refused");
        bind(OriginalsStore.class);
        bind(Masters.class);
        bind(Hosts.class);
        bind(KeyBoot.class);
        BindFunctions.bind(binder());
        bind(KeyBootPages.class);
        Pages.bind(binder(), KeyBootPages.class);
        bind(MasterPages.class);
        Pages.bind(binder(), MasterPages.class);
    }
}
