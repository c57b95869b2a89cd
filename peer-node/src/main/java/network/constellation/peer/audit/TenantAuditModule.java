package network.constellation.peer.audit;

import com.google.inject.AbstractModule;
import network.constellation.peer.jobs.WatchdogAlarm;
import network.constellation.peer.store.Migrations;
import network.constellation.peer.tenant.TenantListener;

/** The audit of one tenant. */
public final class TenantAuditModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "audit");
        AuditNames.bind(binder(), AuditedAlarm.OVERDUE);
        bind(AuditStore.class);
        bind(ChainedAudit.class);
        bind(Audit.class).to(ChainedAudit.class);
        bind(WatchdogAlarm.class).to(AuditedAlarm.class);
        bind(AuditedAlarm.class);
        TenantListener.bind(binder(), ChainedAudit.class);
    }
}
