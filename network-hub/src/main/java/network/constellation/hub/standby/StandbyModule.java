package network.constellation.hub.standby;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.OptionalBinder;
import network.constellation.hub.directory.Leadership;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.directory.DirectoryListener;
import network.constellation.peer.health.TenantCheck;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.store.Migrations;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.view.NavItem;

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
        bind(KeptCopy.class);
        bind(Takeover.class);
        bind(SinceTheCopy.class);
        bind(CopyAtOnce.class);
        DirectoryListener.bind(binder(), CopyAtOnce.class);
        bind(Promotion.class);
        bind(SuccessionJob.class);
        JobKind.bindTenant(binder(), SuccessionJob.class);
        PeriodicTask.bindTenant(binder(), StandbyUpkeep.class);
        bind(StandbyPages.class);
        Pages.bind(binder(), StandbyPages.class);
        NavItem.bind(
                binder(),
                StandbyPages.class,
                "standby.title",
                StandbyPages.PATH,
                37,
                StandbyPages.WHO,
                NavItem.Group.MINE);
        TenantCheck.bind(binder(), LeadershipCheck.class);
    }
}
