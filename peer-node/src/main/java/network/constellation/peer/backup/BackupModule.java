package network.constellation.peer.backup;

import com.google.inject.AbstractModule;

/** Backup and restore of the node. */
public final class BackupModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(SchemaScripts.class);
        bind(Backup.class);
        bind(Restore.class);
    }
}
