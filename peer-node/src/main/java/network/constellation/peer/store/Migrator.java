package network.constellation.peer.store;

import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/** Applies the scripts of all rooms to one database. */
final class Migrator {
    private final Set<Migrations> migrations;

    Migrator(Set<Migrations> migrations) {
        this.migrations = migrations;
    }

    void bringToNewest(DataSource source, @Nullable String schema) {
        String[] locations = migrations.stream()
                .map(m -> "classpath:" + m.location())
                .sorted()
                .toArray(String[]::new);
        if (locations.length == 0) {
            return;
        }
        FluentConfiguration flyway = Flyway.configure(Migrator.class.getClassLoader())
                .dataSource(source)
                .locations(locations)
                .outOfOrder(true)
                .validateMigrationNaming(true)
                .loggers("slf4j");
        if (schema != null) {
            flyway.schemas(schema).defaultSchema(schema).createSchemas(true);
        }
        flyway.load().migrate();
    }
}
