package network.constellation.peer.commands;

import com.google.inject.AbstractModule;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.store.Migrations;
import network.constellation.peer.web.Pages;

/** Binds what a hub may do here and how it is done. */
public final class CommandsModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "commands");
        ConfigSection.bindTenant(binder(), "commands", CommandsConfig.class);
        AuditNames.bind(
                binder(), "grant.given", "grant.withdrawn", "order.executed", "order.repeated", "order.refused");
        bind(GrantStore.class);
        bind(CallStore.class);
        bind(ReadingStore.class);
        bind(Grants.class);
        bind(Authority.class);
        bind(Commands.class);
        SettingFunctions.bind(binder());
        PluginFunctions.bind(binder());
        RoleFunctions.bind(binder());
        SqlFunctions.bind(binder());
        install(new CommandsService());
        bind(GrantPages.class);
        Pages.bind(binder(), GrantPages.class);
    }
}
