package network.constellation.peer.usage;

import com.google.inject.AbstractModule;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.store.Migrations;
import network.constellation.peer.tenant.TenantListener;

/** Counting in every tenant. */
public final class UsageModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "usage");
        ConfigSection.bindTenant(binder(), "usage", UsageConfig.class);
        bind(UsageStore.class);
        bind(Usage.class);
        bind(UsageUpkeep.class);
        TenantListener.bind(binder(), Usage.class);
        PeriodicTask.bindTenant(binder(), UsageUpkeep.class);
    }
}
