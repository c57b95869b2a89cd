package network.constellation.hub.api;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import network.constellation.hub.founding.Inheritance;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.store.Migrations;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.view.NavItem;

/** Binds the HTTP interface of the hub; rooms add operations by {@link ApiRoom#bind}. */
public final class ApiModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "hubapi");
        ConfigSection.bindTenant(binder(), "api", ApiConfig.class);
        AuditNames.bind(binder(), "api.token-created", "api.token-revoked", "api.refused", "api.stranger-refused");
        Multibinder.newSetBinder(binder(), ApiRoom.class);
        bind(ApiTokenStore.class);
        Multibinder.newSetBinder(binder(), Inheritance.class).addBinding().to(ApiTokensHandedOnStore.class);
        bind(ApiTokens.class);
        bind(ApiBrake.class);
        bind(ApiJson.class).toInstance(new ApiJson());
        bind(Operations.class);
        bind(OpenApi.class);
        bind(ApiDoor.class);
        bind(ApiPages.class);
        bind(ApiTokenPages.class);
        Pages.bind(binder(), ApiPages.class);
        Pages.bind(binder(), ApiTokenPages.class);
        NavItem.bind(
                binder(),
                ApiPages.class,
                "nav.api",
                ApiTokenPages.PATH,
                90,
                Access.siteAdministrator(),
                NavItem.Group.MINE);
    }
}
