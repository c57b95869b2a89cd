package network.constellation.peer.tenant;

import java.nio.file.Path;
import network.constellation.peer.store.DataDirectory;
import network.constellation.peer.store.StoreConfig;

/** Where the data of a tenant lies, by the name of its folder. */
public record TenantPlace(DataDirectory data, StoreConfig config) {
    public Path directory(String folder) {
        return data.tenants().resolve(folder);
    }

    /** Of the embedded database, without suffix. */
    public Path database(String folder) {
        return data.secure(directory(folder)).resolve("tenant");
    }

    /** Where PostgreSQL is used. */
    public String schema(String folder) {
        return TenantNames.schema(config.schema(), folder);
    }
}
