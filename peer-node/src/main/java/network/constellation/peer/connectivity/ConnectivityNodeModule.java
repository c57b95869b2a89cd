package network.constellation.peer.connectivity;

import com.google.inject.AbstractModule;

/** What all tenants of a process share when they look at their links; for the node injector. */
public final class ConnectivityNodeModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(RoundPermits.class);
    }
}
