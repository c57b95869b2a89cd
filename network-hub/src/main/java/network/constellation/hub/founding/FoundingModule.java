package network.constellation.hub.founding;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.store.Migrations;

/** Binds the founding of a network. */
public final class FoundingModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "founding");
        AuditNames.bind(binder(), "network.founded");
        Multibinder.newSetBinder(binder(), AfterFounding.class);
        Multibinder.newSetBinder(binder(), Inheritance.class);
        bind(FoundingStore.class);
        bind(Founding.class);
    }
}
