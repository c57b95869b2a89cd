package network.constellation.peer.node;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.config.ForNode;
import network.constellation.peer.lifecycle.NodeService;
import network.constellation.peer.store.DataDirectory;
import network.constellation.peer.tenant.TenantModules;

/** What the builder was given, for everything in the node. */
final class NodeBindings extends AbstractModule {
    private final Clock clock;
    private final Provider<CryptoEngine> engine;
    private final ConfigReader config;
    private final DataDirectory data;
    private final List<Module> tenantModules;

    NodeBindings(
            Clock clock,
            Provider<CryptoEngine> engine,
            ConfigReader config,
            DataDirectory data,
            List<Module> tenantModules) {
        this.clock = clock;
        this.engine = engine;
        this.config = config;
        this.data = data;
        this.tenantModules = tenantModules;
    }

    @Override
    protected void configure() {
        // A class that is not bound anywhere is a mistake in a module, better found by name than made by accident.
        binder().requireExplicitBindings();
        bind(Clock.class).toInstance(clock);
        bind(CryptoEngine.class).toProvider(engine).in(Singleton.class);
        bind(SecureRandom.class).toProvider(() -> engine.get().random()).in(Singleton.class);
        bind(ConfigReader.class).toInstance(config);
        bind(DataDirectory.class).toInstance(data);
        bind(TenantModules.class).toInstance(new TenantModules(tenantModules));
        bind(ConfigCheck.class);
        Multibinder.newSetBinder(binder(), ConfigSection.class, ForNode.class);
        Multibinder.newSetBinder(binder(), NodeService.class);
    }
}
