package network.constellation.peer.store;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/**
 * Opens databases and brings them to the newest schema.
 *
 * <p>H2 runs with {@code WRITE_DELAY=0}: a commit is in the file when it returns, so that what was acknowledged
 * survives a killed process. Its files are opened through {@code retry:}, because an interrupted thread closes a plain
 * file channel, and with it the database for everybody. With {@code store.sync} each write waits for the disk
 * (docs/decisions/0040).
 */
@Singleton
public final class Databases {
    private static final String H2_MODE =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;NON_KEYWORDS=VALUE;WRITE_DELAY=0;RETENTION_TIME=5000;LOCK_TIMEOUT=10000"
                    + ";DB_CLOSE_ON_EXIT=FALSE";

    private final StoreConfig config;

    @Inject
    public Databases(StoreConfig config) {
        this.config = config;
    }

    /**
     * @param file path of the embedded database without its suffix
     * @param schema name of the schema where PostgreSQL is used: letters, digits and underscores
     */
    public Database open(Path file, String schema, int connections, MigrationScripts scripts) {
        Optional<String> url = config.url();
        HikariConfig settings = url.isPresent() ? postgres(url.get(), schema) : h2(file);
        settings.setPoolName(schema);
        settings.setMaximumPoolSize(connections);
        HikariDataSource source = new HikariDataSource(settings);
        try {
            new Migrator(scripts).bringToNewest(source, url.isPresent() ? schema : null);
            return new Database(source, url.isPresent());
        } catch (RuntimeException failed) {
            source.close();
            throw failed;
        }
    }

    /** As above, for one database. */
    public Database open(Path file, String schema, int connections, Set<Migrations> migrations) {
        return open(file, schema, connections, scripts(migrations));
    }

    /** The scripts of these rooms, to be read once and used for many databases. */
    public static MigrationScripts scripts(Set<Migrations> migrations) {
        return new MigrationScripts(migrations);
    }

    /** Removes a schema with everything in it; embedded databases vanish with their folder. */
    public void drop(String schema) {
        Optional<String> url = config.url();
        if (url.isEmpty()) {
            return;
        }
        if (!schema.matches("[a-z0-9_]+")) {
            throw new IllegalArgumentException("not a schema name: " + schema);
        }
        HikariConfig settings = postgres(url.get(), "public");
        settings.setMaximumPoolSize(1);
        try (HikariDataSource source = new HikariDataSource(settings)) {
            Jdbi.create(source).useHandle(h -> h.execute("drop schema if exists " + schema + " cascade"));
        }
    }

    private HikariConfig postgres(String url, String schema) {
        HikariConfig pool = new HikariConfig();
        pool.setDriverClassName("org.postgresql.Driver");
        pool.setJdbcUrl(url);
        config.user().ifPresent(pool::setUsername);
        config.password().ifPresent(pool::setPassword);
        pool.setSchema(schema);
        pool.setMinimumIdle(0);
        return pool;
    }

    private HikariConfig h2(Path file) {
        HikariConfig pool = new HikariConfig();
        pool.setDriverClassName("org.h2.Driver");
        pool.setJdbcUrl(
                "jdbc:h2:retry:" + (config.sync() ? SyncedFilePath.prefix() : "") + file.toAbsolutePath() + H2_MODE);
        pool.setUsername("sa");
        pool.setPassword("");
        // One connection must stay: an embedded database closes its file with its last connection.
        pool.setMinimumIdle(1);
        return pool;
    }
}
