package network.constellation.peer.reporting;

import com.google.inject.AbstractModule;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.store.Migrations;

/** Binds what this site tells its hub about its use. */
public final class ReportingModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "reporting");
        ConfigSection.bindTenant(binder(), "reporting", ReportingConfig.class);
        bind(ReportingStore.class);
        bind(Stock.class);
        bind(SiteReport.class);
        bind(PlatformStock.class);
        bind(FileStock.class);
        StockSource.bind(binder(), PlatformStock.class);
        bind(CopyStock.class);
        StockSource.bind(binder(), FileStock.class);
        StockSource.bind(binder(), CopyStock.class);
        PeriodicTask.bindTenant(binder(), Stock.class);
        install(new ReportingService());
    }
}
