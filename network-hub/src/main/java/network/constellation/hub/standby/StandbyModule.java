package network.constellation.hub.standby;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.OptionalBinder;
import network.constellation.hub.directory.Leadership;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.health.TenantCheck;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.store.Migrations;

/** Binds the standby hub. */
public final class StandbyModule extends AbstractModule {
    @Override
    protected void configure() {
        install(new StandbyService());
        Migrations.bindTenant(binder(), "standby");
        AuditNames.bind(binder(), "standby.appointed", "hub.promoted", "hub.fenced", "hub.frozen");
        OptionalBinder.newOptionalBinder(binder(), Leadership.class)
                .setBinding()
                .to(Lease.class);
        bind(StandbyStore.class);
        bind(Lease.class);
        bind(Standby.class);
        bind(Copying.class);
        bind(Promotion.class);
        bind(SuccessionJob.class);
        JobKind.bindTenant(binder(), SuccessionJob.class);
        PeriodicTask.bindTenant(binder(), StandbyUpkeep.class);
        TenantCheck.bind(binder(), LeadershipCheck.class);
    }
}
