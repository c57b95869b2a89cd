package network.constellation.hub;

import com.google.inject.Module;
import jakarta.inject.Inject;
import java.util.List;
import network.constellation.hub.api.ApiModule;
import network.constellation.hub.approvals.ApprovalsModule;
import network.constellation.hub.connectivity.MatrixModule;
import network.constellation.hub.console.ConsoleModule;
import network.constellation.hub.directory.HubDirectoryModule;
import network.constellation.hub.founding.FoundingModule;
import network.constellation.hub.founding.HubTenant;
import network.constellation.hub.grants.SiteGrantsModule;
import network.constellation.hub.orders.OrdersModule;
import network.constellation.hub.originals.HubOriginalsModule;
import network.constellation.hub.registry.RegistryModule;
import network.constellation.hub.reporting.HubReportingModule;
import network.constellation.hub.rolesheets.RoleSheetsModule;
import network.constellation.hub.rotation.RotationsModule;
import network.constellation.hub.standby.StandbyModule;
import network.constellation.hub.subnets.SubNetworksModule;
import network.constellation.hub.whereis.HubWhereisModule;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.tenant.TenantRooms;

/** The rooms that a tenant has when it is the hub. Adding a feature of the hub is adding a line here. */
public final class HubRooms implements TenantRooms {
    private final HubTenant.Mark mark;

    @Inject
    HubRooms(HubTenant.Mark mark) {
        this.mark = mark;
    }

    @Override
    public List<Module> of(Wwwroot tenant) {
        return mark.find().filter(tenant::equals).isEmpty() ? List.of() : all();
    }

    @Override
    public List<Module> all() {
        return List.of(
                new FoundingModule(),
                new RegistryModule(),
                new HubDirectoryModule(),
                new StandbyModule(),
                new SubNetworksModule(),
                new MatrixModule(),
                new SiteGrantsModule(),
                new RotationsModule(),
                new HubOriginalsModule(),
                new HubReportingModule(),
                new HubWhereisModule(),
                new ApprovalsModule(),
                new OrdersModule(),
                new RoleSheetsModule(),
                new ApiModule(),
                new ConsoleModule());
    }
}
