package network.constellation.peer.platform;

import com.google.inject.AbstractModule;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.store.Migrations;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Visitors;
import network.constellation.peer.web.view.NavItem;
import network.constellation.peer.web.view.SiteLook;

/** The embedded platform of a tenant. */
public final class PlatformModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "platform");
        bind(UsersStore.class);
        bind(RolesStore.class);
        bind(CoursesStore.class);
        bind(EnrolmentsStore.class);
        bind(ContentsStore.class);
        bind(CompletionStore.class);
        bind(SettingsStore.class);
        bind(PluginsStore.class);
        bind(Caches.class);
        Caches.bind(binder(), SettingsStore.class);
        Caches.bind(binder(), PluginsStore.class);
        bind(EmbeddedPlatform.class);
        bind(Platform.class).to(EmbeddedPlatform.class);
        bind(PlatformVisitors.class);
        bind(Visitors.class).to(PlatformVisitors.class);
        AuditNames.bind(binder(), "site.look");
        bind(SitePages.class);
        Pages.bind(binder(), SitePages.class);
        NavItem.bind(
                binder(), SitePages.class, "site.title", "/site", 590, Access.siteAdministrator(), NavItem.Group.SITE);
        bind(PlatformLook.class);
        bind(SiteLook.class).to(PlatformLook.class);
    }
}
