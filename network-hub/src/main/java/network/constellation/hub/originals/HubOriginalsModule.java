package network.constellation.hub.originals;

import com.google.inject.AbstractModule;
import network.constellation.hub.subnets.LinkRoad;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.store.Migrations;

/** Binds leading sites of the originals. */
public final class HubOriginalsModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "huboriginals");
        AuditNames.bind(binder(), "led-site.added", "led-site.told");
        bind(LedSitesStore.class);
        bind(LedSites.class);
        bind(LeadJob.class);
        JobKind.bindTenant(binder(), LeadJob.class);
        bind(OriginalsRoad.class);
        LinkRoad.bind(binder(), OriginalsRoad.class);
    }
}
