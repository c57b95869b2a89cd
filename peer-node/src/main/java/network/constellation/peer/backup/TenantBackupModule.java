package network.constellation.peer.backup;

import com.google.inject.AbstractModule;
import network.constellation.peer.audit.AuditNames;

/** The names of what backups leave in a tenant's audit. */
public final class TenantBackupModule extends AbstractModule {
    @Override
    protected void configure() {
        AuditNames.bind(binder(), Backup.MADE, Backup.RESTORED);
    }
}
