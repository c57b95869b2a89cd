package network.constellation.peer.directory;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import network.constellation.peer.health.HealthCheck;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.jobs.WatchdogAlarm;
import network.constellation.peer.store.Migrations;

/** The directories that this process holds, one for each network; for the node injector. */
public final class DirectoryNodeModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindNode(binder(), "directory");
        bind(DirectoryStore.class);
        bind(DirectoryCache.class);
        bind(DirectoryPull.class);
        bind(PassedOn.class);
        bind(Following.class);
        bind(DirectoryRefresh.class);
        bind(DirectoryCheck.class);
        bind(DirectoryMeters.class);
        bind(DirectoryAlarm.class);
        HealthCheck.bind(binder(), DirectoryCheck.class);
        Multibinder.newSetBinder(binder(), WatchdogAlarm.class).addBinding().to(DirectoryAlarm.class);
        PeriodicTask.bindNode(binder(), DirectoryRefresh.class);
    }
}
