package network.constellation.peer.tenant;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import network.constellation.keys.address.Wwwroot;

/** Names of folders and schemas: readable, and unique by a hash of the exact address. */
final class TenantNames {
    private static final int READABLE = 30;

    private TenantNames() {}

    static String folder(Wwwroot wwwroot) {
        String address =
                wwwroot.value().substring(wwwroot.value().indexOf("://") + 3).toLowerCase(Locale.ROOT);
        String readable = address.replaceAll("[^a-z0-9]+", "_");
        String hash = Hashing.sha256()
                .hashString(wwwroot.value(), StandardCharsets.UTF_8)
                .toString()
                .substring(0, 10);
        return readable.substring(0, Math.min(READABLE, readable.length())) + "_" + hash;
    }

    static String schema(String prefix, String folder) {
        return prefix + "_t_" + folder;
    }
}
