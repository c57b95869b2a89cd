package network.constellation.peer.web.session;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.store.Migrations;

/** Binds {@link Sessions} and what it needs. */
public final class SessionsModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "web");
        ConfigSection.bindTenant(binder(), "sessions", SessionConfig.class);
        Multibinder.newSetBinder(binder(), SessionEnding.class);
        bind(SessionsStore.class);
        bind(Sessions.class);
        bind(SessionSweep.class);
        PeriodicTask.bindTenant(binder(), SessionSweep.class);
    }
}
