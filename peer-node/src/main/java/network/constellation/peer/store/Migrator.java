package network.constellation.peer.store;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Applies the scripts of all rooms to one database. A database notes the hash of the scripts it has; when they are the
 * same, Flyway is not even loaded, which is most of a node's start.
 */
final class Migrator {
    private final MigrationScripts scripts;

    Migrator(MigrationScripts scripts) {
        this.scripts = scripts;
    }

    void bringToNewest(DataSource source, @Nullable String schema) {
        Jdbi jdbi = Jdbi.create(source);
        String hash = scripts.hash();
        if (scripts.byPath().isEmpty() || applied(jdbi).equals(Optional.of(hash))) {
            return;
        }
        FluentConfiguration flyway = Flyway.configure(Migrator.class.getClassLoader())
                .dataSource(source)
                .resourceProvider(new Scripts(scripts.byPath()))
                .outOfOrder(true)
                .validateMigrationNaming(true)
                .loggers("slf4j");
        if (schema != null) {
            flyway.schemas(schema).defaultSchema(schema).createSchemas(true);
        }
        flyway.load().migrate();
        note(jdbi, hash);
    }

    private static Optional<String> applied(Jdbi jdbi) {
        try {
            return jdbi.withHandle(h -> h.createQuery("select hash from schema_scripts")
                    .mapTo(String.class)
                    .findOne());
        } catch (JdbiException noSuchTable) {
            return Optional.empty();
        }
    }

    private static void note(Jdbi jdbi, String hash) {
        jdbi.useTransaction(h -> {
            h.execute("create table if not exists schema_scripts (hash varchar(64) not null)");
            h.execute("delete from schema_scripts");
            h.execute("insert into schema_scripts (hash) values (?)", hash);
        });
    }

    /** Gives Flyway what was read already, so that it does not search the class path. */
    private record Scripts(Map<String, byte[]> byPath) implements ResourceProvider {
        @Override
        public @Nullable LoadableResource getResource(String name) {
            byte[] text = byPath.get(name);
            return text == null ? null : new Script(name, text);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            List<LoadableResource> found = new ArrayList<>();
            byPath.forEach((path, text) -> {
                String file = path.substring(path.lastIndexOf('/') + 1);
                if (file.startsWith(prefix) && List.of(suffixes).stream().anyMatch(file::endsWith)) {
                    found.add(new Script(path, text));
                }
            });
            return found;
        }
    }

    private static final class Script extends LoadableResource {
        private final String path;
        private final byte[] text;

        Script(String path, byte[] text) {
            this.path = path;
            this.text = text;
        }

        @Override
        public Reader read() {
            return new InputStreamReader(new java.io.ByteArrayInputStream(text), StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return path;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return path;
        }

        @Override
        public String getFilename() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        @Override
        public String getRelativePath() {
            return path;
        }
    }
}
