package network.constellation.peer.jobs;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import java.time.Clock;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.store.Migrations;
import network.constellation.peer.tenant.TenantListener;

/** Durable work of one tenant. */
public final class TenantJobsModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "jobs");
        Multibinder.newSetBinder(binder(), new TypeLiteral<JobKind<?>>() {});
        Multibinder.newSetBinder(binder(), PeriodicTask.class);
        bind(Outbox.class);
        TenantListener.bind(binder(), Outbox.class);
        TenantListener.bind(binder(), PeriodicTasks.class);
    }

    @Provides
    @Singleton
    JobKinds kinds(Set<JobKind<?>> kinds) {
        return new JobKinds(kinds);
    }

    @Provides
    @Singleton
    PeriodicTasks tasks(Wwwroot tenant, Set<PeriodicTask> tasks, PeriodicStore store, Clock clock, JobEngine engine) {
        return new PeriodicTasks(tenant.value(), tasks, store, clock, engine::wake);
    }

    @Provides
    @Singleton
    Jobs jobs(
            Wwwroot tenant,
            JobStore store,
            JobJson json,
            JobSignal signal,
            JobEngine engine,
            Clock clock,
            JobIds ids,
            Outbox outbox) {
        return new StoredJobs(tenant.value(), store, json, signal, engine, clock, ids, outbox);
    }
}
