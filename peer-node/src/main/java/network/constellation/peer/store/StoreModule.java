package network.constellation.peer.store;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import java.util.Set;
import network.constellation.peer.config.ConfigSection;
import org.jdbi.v3.core.Jdbi;

/** The node's own database, and the means to open others. */
public final class StoreModule extends AbstractModule {
    @Override
    protected void configure() {
        ConfigSection.bindNode(binder(), "store", StoreConfig.class);
        Multibinder.newSetBinder(binder(), Migrations.class, NodeDb.class);
        bind(Databases.class);
        bind(DatabaseProbe.class);
    }

    @Provides
    @Singleton
    @NodeDb
    Database nodeDatabase(
            Databases databases, DataDirectory data, StoreConfig config, @NodeDb Set<Migrations> migrations) {
        return databases.open(
                data.nodeDatabase(), config.schema(), config.nodeConnections(), Databases.scripts(migrations));
    }

    @Provides
    @NodeDb
    Jdbi nodeJdbi(@NodeDb Database database) {
        return database.jdbi();
    }
}
