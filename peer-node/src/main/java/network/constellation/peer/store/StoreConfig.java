package network.constellation.peer.store;

import java.util.Optional;

/**
 * Where the data lives ({@code store.}).
 *
 * @param url a PostgreSQL JDBC URL; empty: H2 files in the data directory
 * @param user for PostgreSQL, where the URL does not carry it
 * @param password for PostgreSQL
 * @param schema begins the names of our schemas on PostgreSQL, so that several nodes can share a database
 * @param nodeConnections the most connections to the node's database
 * @param tenantConnections the most connections to one tenant's database
 * @param sync whether a commit to an H2 file waits for the disk, and so survives a power failure and not only a killed
 *     process; PostgreSQL has its own {@code synchronous_commit}
 */
public record StoreConfig(
        Optional<String> url,
        Optional<String> user,
        Optional<String> password,
        String schema,
        int nodeConnections,
        int tenantConnections,
        boolean sync) {

    public StoreConfig {
        if (url.isPresent() && !url.get().startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "store.url must begin with jdbc:postgresql: or be absent, for H2 files.");
        }
        if (!schema.matches("[a-z][a-z0-9_]{0,15}")) {
            throw new IllegalArgumentException("store.schema must be a letter and up to 15 small letters or digits.");
        }
        if (nodeConnections < 3 || tenantConnections < 2) {
            throw new IllegalArgumentException(
                    "store.node-connections must be at least 3, store.tenant-connections 2.");
        }
    }

    public static StoreConfig defaults() {
        return new StoreConfig(Optional.empty(), Optional.empty(), Optional.empty(), "constellation", 10, 6, false);
    }

    @Override
    public String toString() {
        return "StoreConfig[" + (url.isPresent() ? "postgresql" : "h2") + "]";
    }
}
