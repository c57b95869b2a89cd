package network.constellation.peer.rotation;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.directory.DirectoryListener;
import network.constellation.peer.peers.KeyNotes;
import network.constellation.peer.peers.NextKeysReport;
import network.constellation.peer.store.Migrations;

/** Binds the rotation of a member's keys and what it is told of the keys of others. */
public final class RotationModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "rotation");
        AuditNames.bind(
                binder(),
                "keys.prepared",
                "keys.discarded",
                "keys.retired",
                "keys.own-revoked",
                "keys.revoked",
                "keys.refused",
                "keys.reported");
        bind(KeyNotebookStore.class);
        bind(KeyNotebook.class);
        bind(NetworkKeys.class);
        bind(OwnRotation.class);
        bind(Rehearsal.class);
        OptionalBinder.newOptionalBinder(binder(), KeyNotes.class).setBinding().to(KeyNotebook.class);
        Multibinder.newSetBinder(binder(), NextKeysReport.class).addBinding().to(HubReport.class);
        bind(KeysFromDirectory.class);
        DirectoryListener.bind(binder(), KeysFromDirectory.class);
        install(new RotationService());
    }
}
