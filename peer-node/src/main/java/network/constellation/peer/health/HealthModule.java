package network.constellation.peer.health;

import com.google.inject.AbstractModule;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.door.NodeRoute;

/** Checks, and the paths that show them. */
public final class HealthModule extends AbstractModule {
    @Override
    protected void configure() {
        ConfigSection.bindNode(binder(), "health", HealthConfig.class);
        bind(Health.class);
        bind(Doctor.class);
        check(CryptoCheck.class);
        check(DatabaseCheck.class);
        check(DiskCheck.class);
        check(ClockCheck.class);
        check(DoorCheck.class);
        check(WorkCheck.class);
        check(SelfCallCheck.class);
        route(HealthRoute.class);
        route(MetricsRoute.class);
    }

    private void check(Class<? extends HealthCheck> check) {
        bind(check);
        HealthCheck.bind(binder(), check);
    }

    private void route(Class<? extends NodeRoute> route) {
        bind(route);
        NodeRoute.bind(binder(), route);
    }
}
