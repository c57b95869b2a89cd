package network.constellation.hub.reporting;

import com.google.inject.AbstractModule;
import network.constellation.hub.api.ApiRoom;
import network.constellation.hub.fanout.Fanout;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.store.Migrations;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.view.NavItem;

/** Binds the network's report. */
public final class HubReportingModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "hubreporting");
        ApiRoom.bind(binder(), ReportApi.class);
        bind(Fanout.class);
        bind(ShardStore.class);
        bind(FiguresStore.class);
        bind(Collector.class);
        bind(NetworkReports.class);
        bind(Usual.class);
        bind(ReportPages.class);
        PeriodicTask.bindTenant(binder(), Collector.class);
        Pages.bind(binder(), ReportPages.class);
        NavItem.bind(
                binder(), ReportPages.class, "nav.report", ReportPages.PATH, 60, ReportPages.WHO, NavItem.Group.MINE);
    }
}
