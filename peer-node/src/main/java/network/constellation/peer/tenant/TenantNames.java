package network.constellation.peer.tenant;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.Digests;

/** Names of folders and schemas: readable, and unique by a hash of the exact address. */
final class TenantNames {
    private static final int READABLE = 30;

    private TenantNames() {}

    static String folder(Wwwroot wwwroot) {
        String address =
                wwwroot.value().substring(wwwroot.value().indexOf("://") + 3).toLowerCase(Locale.ROOT);
        String readable = address.replaceAll("[^a-z0-9]+", "_");
        String hash = HexFormat.of()
                .formatHex(Digests.sha256(wwwroot.value().getBytes(StandardCharsets.UTF_8)))
                .substring(0, 10);
        return readable.substring(0, Math.min(READABLE, readable.length())) + "_" + hash;
    }

    static String schema(String prefix, String folder) {
        return prefix + "_t_" + folder;
    }
}
