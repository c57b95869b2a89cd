package network.constellation.peer.whereis;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.ProvidesIntoSet;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.dispatch.MethodBinding;
import network.constellation.peer.store.Migrations;
import network.constellation.protocol.method.whereis.WhereisMethods;

/** Binds the answer to the hub's question where somebody is. */
public final class WhereisModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "whereis");
        ConfigSection.bindTenant(binder(), "whereis", WhereisConfig.class);
        AuditNames.bind(binder(), Locator.SEARCHED);
        bind(Locator.class);
    }

    @ProvidesIntoSet
    MethodBinding find(Locator locator) {
        return MethodBinding.of(WhereisMethods.FIND, locator::find);
    }
}
