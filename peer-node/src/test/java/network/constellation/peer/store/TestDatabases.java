package network.constellation.peer.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import network.constellation.peer.config.ConfigReader;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The databases that the infrastructure's tests run on, each in turn. */
public enum TestDatabases {
    H2 {
        @Override
        public ConfigReader settings(ExtensionContext context) {
            return ConfigReader.empty().with("door.port", 0);
        }
    },
    POSTGRES {
        @Override
        public ConfigReader settings(ExtensionContext context) {
            Server server = context.getRoot()
                    .getStore(Namespace.GLOBAL)
                    .getOrComputeIfAbsent(Server.class, k -> new Server(), Server.class);
            return ConfigReader.of("store.url = \"" + server.postgres.getJdbcUrl("postgres", "postgres")
                    + "\"\nstore.schema = n" + server.nodes.incrementAndGet() + "\ndoor.port = 0");
        }
    };

    /** Settings for a fresh node. */
    public abstract ConfigReader settings(ExtensionContext context);

    /** One server for the whole run; each node has schemas of its own. */
    static final class Server implements AutoCloseable, ExtensionContext.Store.CloseableResource {
        private final EmbeddedPostgres postgres;
        private final AtomicInteger nodes = new AtomicInteger();

        Server() {
            try {
                postgres = EmbeddedPostgres.builder().start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void close() throws IOException {
            postgres.close();
        }
    }
}
