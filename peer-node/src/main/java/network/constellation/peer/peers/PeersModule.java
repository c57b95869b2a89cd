package network.constellation.peer.peers;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import jakarta.inject.Singleton;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.vault.FileVault;
import network.constellation.keys.vault.MasterKeyFile;
import network.constellation.keys.vault.Sealer;
import network.constellation.keys.vault.Vault;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.store.DataDirectory;
import network.constellation.peer.store.Migrations;
import network.constellation.peer.tenant.Tenant;
import network.constellation.peer.tenant.TenantListener;

/** Known peers, their services, and the tenant's own keys; for the tenant injector. */
public final class PeersModule extends AbstractModule {
    private static final String MASTER_KEY = "master.key";

    @Override
    protected void configure() {
        ConfigSection.bindTenant(binder(), "net", NetConfig.class);
        Migrations.bindTenant(binder(), "peers");
        AuditNames.bind(
                binder(),
                "peer.approved",
                "peer.keys-replaced",
                "peer.changed",
                "peer.suspended",
                "peer.stays-suspended",
                "peer.resumed",
                "peer.removed",
                "peer.hub-set",
                "peer.hub-ended",
                "peer.suite-raised",
                "peer.refused",
                "peer.offered",
                "peer.offers-forgotten",
                "services.changed",
                "method.disabled",
                "method.enabled",
                "keys.rotated",
                "keys.used");
        OptionalBinder.newOptionalBinder(binder(), NetworkStanding.class)
                .setDefault()
                .toInstance(NetworkStanding.NONE);
        OptionalBinder.newOptionalBinder(binder(), KeyNotes.class).setDefault().toInstance(KeyNotes.NONE);
        Multibinder.newSetBinder(binder(), NextKeysReport.class);
        bind(PeersStore.class);
        bind(ServicesStore.class);
        bind(Peers.class);
        bind(Offers.class);
        bind(Services.class);
        bind(HostBindings.class);
        bind(SiteIdentity.class);
        bind(KeyRotation.class);
        bind(OwnKeyWatch.class);
        bind(PeersUpkeep.class);
        bind(KeyUses.class);
        bind(NextKeys.class);
        JobKind.bindTenant(binder(), KeyRotation.class);
        PeriodicTask.bindTenant(binder(), OwnKeyWatch.class);
        PeriodicTask.bindTenant(binder(), PeersUpkeep.class);
        TenantListener.bind(binder(), PeersUpkeep.class);
    }

    /** Sealed under the node's master key, in the tenant's folder. */
    @Provides
    @Singleton
    Vault vault(Sealer sealer, Tenant tenant) {
        return new FileVault(tenant.directory().resolve("vault"), tenant.wwwroot(), sealer);
    }

    /** Seals what a room keeps in the database and nobody may read there. */
    @Provides
    @Singleton
    Sealer sealer(CryptoEngine engine, DataDirectory data) {
        return MasterKeyFile.openOrCreate(engine, data.root().resolve("keys").resolve(MASTER_KEY));
    }
}
