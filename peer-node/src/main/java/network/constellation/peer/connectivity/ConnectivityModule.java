package network.constellation.peer.connectivity;

import com.google.inject.AbstractModule;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.health.TenantCheck;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.store.Migrations;

/** Binds the looking at links, and what others may ask of it. */
public final class ConnectivityModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "connectivity");
        ConfigSection.bindTenant(binder(), "connectivity", ConnectivityConfig.class);
        AuditNames.bind(binder(), Connectivity.TROUBLE, Connectivity.RECOVERED);
        bind(ConnectivityStore.class);
        bind(LinkFacts.class);
        bind(Pinger.class);
        bind(Connectivity.class);
        bind(LinkRound.class);
        bind(LinksCheck.class);
        PeriodicTask.bindTenant(binder(), LinkRound.class);
        TenantCheck.bind(binder(), LinksCheck.class);
        install(new ConnectivityService());
    }
}
