package network.constellation.hub.orders;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import java.util.List;
import network.constellation.hub.api.ApiRoom;
import network.constellation.hub.approvals.DangerousAct;
import network.constellation.hub.founding.Inheritance;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.store.Migrations;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.view.NavItem;

/** Binds orders and their commands. A new command is a class and a line here. */
public final class OrdersModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "huborders");
        ConfigSection.bindTenant(binder(), "orders", OrdersConfig.class);
        AuditNames.bind(
                binder(),
                "order.called",
                "order.planned",
                "order.applied",
                "order.retried",
                "order.rolled-back",
                "order.cancelled",
                "order.ended");
        ApiRoom.bind(binder(), OrdersApi.class);
        bind(OrdersStore.class);
        Multibinder.newSetBinder(binder(), Inheritance.class).addBinding().to(OrdersHandedOnStore.class);
        bind(SiteCalls.class);
        bind(SiteChoice.class);
        bind(CommandTable.class);
        bind(OrderSteps.class);
        bind(Orders.class);
        bind(OrderJob.class);
        JobKind.bindTenant(binder(), OrderJob.class);
        bind(OrderAct.class);
        DangerousAct.bind(binder(), OrderAct.class);
        bind(OrderPages.class);
        bind(OrderPage.class);
        Pages.bind(binder(), OrderPages.class);
        Pages.bind(binder(), OrderPage.class);
        NavItem.bind(
                binder(), OrderPages.class, "orders.title", OrderPages.PATH, 40, OrderPages.WHO, NavItem.Group.MINE);
        OrderCommand.bind(
                binder(),
                List.of(
                        ConfigCommands.ConfigGet.class,
                        ConfigCommands.ConfigSet.class,
                        MaintenanceCommands.MaintenanceOn.class,
                        MaintenanceCommands.MaintenanceOff.class,
                        MaintenanceCommands.PurgeCaches.class,
                        PluginCommands.PluginStates.class,
                        PluginCommands.PluginSet.class,
                        RoleCommands.RoleCompare.class,
                        RoleCommands.RoleSync.class,
                        SqlQuery.class));
    }
}
