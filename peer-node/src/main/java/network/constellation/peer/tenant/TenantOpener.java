package network.constellation.peer.tenant;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.store.DataDirectory;
import network.constellation.peer.store.Database;
import network.constellation.peer.store.Databases;
import network.constellation.peer.store.StoreConfig;
import org.jdbi.v3.core.Jdbi;

/** Builds the injector of one tenant over its own database and folder. */
@Singleton
final class TenantOpener {
    private final Injector node;
    private final TenantParts parts;
    private final Databases databases;
    private final DataDirectory data;
    private final StoreConfig config;
    private final TenantPlace place;

    @Inject
    TenantOpener(Injector node, TenantParts parts, Databases databases, DataDirectory data, StoreConfig config) {
        this.node = node;
        this.parts = parts;
        this.databases = databases;
        this.data = data;
        this.config = config;
        this.place = new TenantPlace(data, config);
    }

    Path directory(TenantEntry entry) {
        return place.directory(entry.folder());
    }

    OpenTenant open(TenantEntry entry) {
        Tenant tenant = new Tenant(entry.wwwroot(), entry.name(), data.secure(directory(entry)));
        List<Module> all = new ArrayList<>(parts.modules(entry.wwwroot()));
        Database database = databases.open(
                place.database(entry.folder()),
                place.schema(entry.folder()),
                config.tenantConnections(),
                parts.scripts(entry.wwwroot()));
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
        databases.drop(place.schema(entry.folder()));
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
