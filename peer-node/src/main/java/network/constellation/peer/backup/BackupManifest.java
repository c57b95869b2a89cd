package network.constellation.peer.backup;

import java.util.List;

/**
 * The first entry of a backup.
 *
 * @param form grows when the layout of the file changes
 * @param created an instant, as text
 * @param nodeScripts the migrations that the node's database had, by path
 */
record BackupManifest(int form, String created, List<String> nodeScripts, List<TenantPart> tenants) {
    static final int FORM = 1;
    static final String ENTRY = "backup.json";

    /** One tenant in the backup; {@code scripts} are the migrations of its database. */
    record TenantPart(String wwwroot, String folder, List<String> scripts) {}
}
