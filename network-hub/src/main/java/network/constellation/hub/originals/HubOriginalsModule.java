package network.constellation.hub.originals;

import com.google.inject.AbstractModule;
import network.constellation.hub.api.ApiRoom;
import network.constellation.hub.subnets.LinkRoad;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.store.Migrations;
import network.constellation.peer.web.Pages;

/** Binds leading sites of the originals. */
public final class HubOriginalsModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "huboriginals");
        AuditNames.bind(binder(), "led-site.added", "led-site.removed", "led-site.told");
        bind(LedSitesStore.class);
        bind(LedSites.class);
        bind(LeadJob.class);
        JobKind.bindTenant(binder(), LeadJob.class);
        bind(ForgetLedSite.class);
        JobKind.bindTenant(binder(), ForgetLedSite.class);
        bind(LedSitesPages.class);
        Pages.bind(binder(), LedSitesPages.class);
        bind(LedSitesApi.class);
        ApiRoom.bind(binder(), LedSitesApi.class);
        bind(OriginalsRoad.class);
        LinkRoad.bind(binder(), OriginalsRoad.class);
    }
}
