package network.constellation.peer.platform;

import com.google.inject.AbstractModule;
import network.constellation.peer.store.Migrations;
import network.constellation.peer.web.Visitors;
import network.constellation.peer.web.view.SiteLook;

/** The embedded platform of a tenant. */
public final class PlatformModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "platform");
        bind(UsersStore.class);
        bind(RolesStore.class);
        bind(CoursesStore.class);
        bind(SettingsStore.class);
        bind(EmbeddedPlatform.class);
        bind(Platform.class).to(EmbeddedPlatform.class);
        bind(PlatformVisitors.class);
        bind(Visitors.class).to(PlatformVisitors.class);
        bind(PlatformLook.class);
        bind(SiteLook.class).to(PlatformLook.class);
    }
}
