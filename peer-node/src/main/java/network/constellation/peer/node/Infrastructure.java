package network.constellation.peer.node;

import com.google.inject.Module;
import java.util.List;
import network.constellation.peer.audit.AuditModule;
import network.constellation.peer.audit.TenantAuditModule;
import network.constellation.peer.backup.BackupModule;
import network.constellation.peer.backup.TenantBackupModule;
import network.constellation.peer.door.DoorModule;
import network.constellation.peer.files.FilesModule;
import network.constellation.peer.health.HealthModule;
import network.constellation.peer.health.MetricsModule;
import network.constellation.peer.health.TenantHealthModule;
import network.constellation.peer.jobs.JobsModule;
import network.constellation.peer.jobs.TenantJobsModule;
import network.constellation.peer.store.StoreModule;
import network.constellation.peer.tenant.TenantsModule;
import network.constellation.peer.usage.UsageModule;

/** The modules that every node has. */
final class Infrastructure {
    private Infrastructure() {}

    static List<Module> node() {
        return List.of(
                new StoreModule(),
                new TenantsModule(),
                new MetricsModule(),
                new JobsModule(),
                new AuditModule(),
                new DoorModule(),
                new HealthModule(),
                new BackupModule());
    }

    static List<Module> tenant() {
        return List.of(
                new TenantJobsModule(),
                new TenantAuditModule(),
                new TenantHealthModule(),
                new FilesModule(),
                new UsageModule(),
                new TenantBackupModule());
    }
}
