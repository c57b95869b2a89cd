package network.constellation.peer.packages;

import com.google.inject.AbstractModule;
import java.time.Clock;
import network.constellation.peer.config.ConfigSection;

/** Binds the reader of course packages, with the tenant's limits. */
public final class PackagesModule extends AbstractModule {
    @Override
    protected void configure() {
        ConfigSection.bindTenant(binder(), "packages", PackagesConfig.class);
        bind(PackageReader.class);
    }

    /** A reader with the usual limits, for a command line without a node. */
    static PackageReader standalone() {
        return new PackageReader(PackagesConfig.defaults(), Clock.systemUTC());
    }
}
