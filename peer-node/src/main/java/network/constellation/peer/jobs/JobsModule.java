package network.constellation.peer.jobs;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import java.time.Clock;
import java.util.Set;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.config.ForNode;
import network.constellation.peer.lifecycle.NodeService;
import network.constellation.peer.store.Migrations;

/** Durable work of the node. A test that kills processes binds {@link CrashPoints} by {@code OptionalBinder.setBinding}. */
public final class JobsModule extends AbstractModule {
    @Override
    protected void configure() {
        ConfigSection.bindNode(binder(), "jobs", JobsConfig.class);
        Migrations.bindNode(binder(), "jobs");
        Multibinder.newSetBinder(binder(), new TypeLiteral<JobKind<?>>() {}, ForNode.class);
        Multibinder.newSetBinder(binder(), PeriodicTask.class, ForNode.class);
        Multibinder.newSetBinder(binder(), WatchdogAlarm.class);
        OptionalBinder.newOptionalBinder(binder(), CrashPoints.class)
                .setDefault()
                .toInstance(CrashPoints.NONE);
        NodeService.bind(binder(), JobEngine.class);
        bind(JobEngine.class);
        bind(JobKeeper.class);
        bind(JobRunner.class);
        bind(PeriodicRunner.class);
        bind(JobStore.class);
        bind(SchedulerStore.class);
        bind(PeriodicStore.class);
        bind(PeriodicOverview.class);
        bind(PeriodicWake.class);
        bind(JobJson.class);
        bind(JobIds.class);
        bind(JobSignal.class);
    }

    @Provides
    @Singleton
    @ForNode
    JobKinds kinds(@ForNode Set<JobKind<?>> kinds) {
        return new JobKinds(kinds);
    }

    @Provides
    @Singleton
    @ForNode
    PeriodicTasks tasks(@ForNode Set<PeriodicTask> tasks, PeriodicStore store, Clock clock) {
        return new PeriodicTasks("", tasks, store, clock, () -> {});
    }

    @Provides
    @Singleton
    @ForNode
    Jobs jobs(JobStore store, JobJson json, JobSignal signal, JobEngine engine, Clock clock, JobIds ids) {
        return new StoredJobs("", store, json, signal, engine, clock, ids, null);
    }
}
