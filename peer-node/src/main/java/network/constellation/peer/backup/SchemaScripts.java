package network.constellation.peer.backup;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.store.Databases;
import network.constellation.peer.store.MigrationScripts;
import network.constellation.peer.store.Migrations;
import network.constellation.peer.store.NodeDb;
import network.constellation.peer.tenant.TenantParts;

/** The migrations of this release, and those of them that a backup's databases had. */
@Singleton
final class SchemaScripts {
    private final Set<Migrations> node;
    private final TenantParts parts;

    @Inject
    SchemaScripts(@NodeDb Set<Migrations> node, TenantParts parts) {
        this.node = node;
        this.parts = parts;
    }

    List<String> node() {
        return List.copyOf(Databases.scripts(node).byPath().keySet());
    }

    List<String> tenant(Wwwroot tenant) {
        return List.copyOf(parts.scripts(tenant).byPath().keySet());
    }

    MigrationScripts nodeOf(BackupManifest manifest) {
        return only(Databases.scripts(node), manifest.nodeScripts());
    }

    /** To be asked when the node's database is back, which may say what rooms a tenant has. */
    MigrationScripts tenantOf(BackupManifest.TenantPart part) {
        return only(parts.scripts(Wwwroot.of(part.wwwroot())), part.scripts());
    }

    private static MigrationScripts only(MigrationScripts all, List<String> wanted) {
        for (String script : wanted) {
            if (!all.byPath().containsKey(script)) {
                throw new BackupException("The backup was made by a newer or another release (it has " + script
                        + "); restore it with that one.");
            }
        }
        return all.only(Set.copyOf(wanted));
    }
}
