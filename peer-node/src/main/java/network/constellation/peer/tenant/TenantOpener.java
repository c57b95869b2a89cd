package network.constellation.peer.tenant;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import com.google.inject.Injector;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.spi.Elements;
import com.google.inject.spi.InstanceBinding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.store.DataDirectory;
import network.constellation.peer.store.Database;
import network.constellation.peer.store.Databases;
import network.constellation.peer.store.MigrationScripts;
import network.constellation.peer.store.Migrations;
import network.constellation.peer.store.StoreConfig;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Builds the injector of one tenant over its own database and folder. */
@Singleton
final class TenantOpener {
    private final Injector node;
    private final TenantModules modules;
    private final Databases databases;
    private final DataDirectory data;
    private final StoreConfig config;
    private final Set<TenantRooms> rooms;
    private @Nullable MigrationScripts scripts;

    @Inject
    TenantOpener(
            Injector node,
            TenantModules modules,
            Databases databases,
            DataDirectory data,
            StoreConfig config,
            Set<TenantRooms> rooms) {
        this.node = node;
        this.modules = modules;
        this.databases = databases;
        this.data = data;
        this.config = config;
        this.rooms = rooms;
    }

    Path directory(TenantEntry entry) {
        return data.tenants().resolve(entry.folder());
    }

    OpenTenant open(TenantEntry entry) {
        Tenant tenant = new Tenant(entry.wwwroot(), entry.name(), data.secure(directory(entry)));
        List<com.google.inject.Module> all = new ArrayList<>(modules.modules());
        rooms.forEach(more -> all.addAll(more.of(entry.wwwroot())));
        Database database = databases.open(
                tenant.directory().resolve("tenant"),
                TenantNames.schema(config.schema(), entry.folder()),
                config.tenantConnections(),
                all.size() == modules.modules().size() ? scripts() : Databases.scripts(migrations(all)));
        try {
            all.add(new TenantBindings(tenant, database));
            Injector injector = node.createChildInjector(all);
            injector.getInstance(TenantListeners.class).opened();
            return new OpenTenant(tenant, injector, database);
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    void destroy(TenantEntry entry) {
        databases.drop(TenantNames.schema(config.schema(), entry.folder()));
    }

    /** Those of a tenant without rooms of its own, which is nearly every one: worked out once. */
    private synchronized MigrationScripts scripts() {
        MigrationScripts present = scripts;
        if (present == null) {
            present = Databases.scripts(migrations(modules.modules()));
            scripts = present;
        }
        return present;
    }

    /** The rooms say their migrations by binding them; they are needed before an injector can exist. */
    private static Set<Migrations> migrations(List<com.google.inject.Module> modules) {
        Set<Migrations> found = new LinkedHashSet<>();
        for (var element : Elements.getElements(modules)) {
            if (element instanceof InstanceBinding<?> binding && binding.getInstance() instanceof Migrations one) {
                found.add(one);
            }
        }
        return found;
    }

    private static final class TenantBindings extends AbstractModule {
        private final Tenant tenant;
        private final Database database;

        TenantBindings(Tenant tenant, Database database) {
            this.tenant = tenant;
            this.database = database;
        }

        @Override
        protected void configure() {
            // Without this, a class that needs nothing of the tenant would quietly become a singleton of the node.
            binder().requireExplicitBindings();
            bind(Tenant.class).toInstance(tenant);
            bind(Wwwroot.class).toInstance(tenant.wwwroot());
            bind(Jdbi.class).toInstance(database.jdbi());
            bind(Database.class).toInstance(database);
            bind(TenantListeners.class);
            Multibinder.newSetBinder(binder(), TenantListener.class);
        }
    }
}
