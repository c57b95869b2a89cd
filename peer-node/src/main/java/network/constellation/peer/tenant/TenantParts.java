package network.constellation.peer.tenant;

import com.google.inject.Inject;
import com.google.inject.Module;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.store.Databases;
import network.constellation.peer.store.MigrationScripts;
import network.constellation.peer.store.Migrations;
import org.jspecify.annotations.Nullable;

/** What a tenant is made of: the rooms of every tenant, and those that only some have. */
@Singleton
public final class TenantParts {
    private final TenantModules modules;
    private final Set<TenantRooms> rooms;
    private @Nullable MigrationScripts common;

    @Inject
    TenantParts(TenantModules modules, Set<TenantRooms> rooms) {
        this.modules = modules;
        this.rooms = rooms;
    }

    /** All modules of this tenant, as of now. */
    public List<Module> modules(Wwwroot tenant) {
        List<Module> all = new ArrayList<>(modules.modules());
        rooms.forEach(more -> all.addAll(more.of(tenant)));
        return all;
    }

    /** What the rooms of any tenant may bind as instances of this type, also those that only some tenants have. */
    public <T> Set<T> bound(Class<T> type) {
        List<Module> all = new ArrayList<>(modules.modules());
        rooms.forEach(more -> all.addAll(more.all()));
        return TenantModules.bound(all, type);
    }

    /** The migrations of all its rooms; worked out once for tenants without rooms of their own, which are nearly all. */
    public MigrationScripts scripts(Wwwroot tenant) {
        List<Module> all = modules(tenant);
        return all.size() == modules.modules().size() ? common() : scripts(all);
    }

    private synchronized MigrationScripts common() {
        MigrationScripts present = common;
        if (present == null) {
            present = scripts(modules.modules());
            common = present;
        }
        return present;
    }

    /** The rooms say their migrations by binding them; they are needed before an injector can exist. */
    private static MigrationScripts scripts(List<Module> modules) {
        return Databases.scripts(TenantModules.bound(modules, Migrations.class));
    }
}
