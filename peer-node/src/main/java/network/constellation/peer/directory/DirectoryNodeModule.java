package network.constellation.peer.directory;

import com.google.inject.AbstractModule;
import network.constellation.peer.jobs.PeriodicTask;
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
        PeriodicTask.bindNode(binder(), DirectoryRefresh.class);
    }
}
