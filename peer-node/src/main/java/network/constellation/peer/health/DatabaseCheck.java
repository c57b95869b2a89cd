package network.constellation.peer.health;

import com.google.inject.Inject;
import java.util.List;
import network.constellation.peer.store.DatabaseProbe;

/** The node's database answers and takes writes. */
final class DatabaseCheck implements HealthCheck {
    private static final String NAME = "database";

    private final DatabaseProbe probe;

    @Inject
    DatabaseCheck(DatabaseProbe probe) {
        this.probe = probe;
    }

    @Override
    public boolean gatesReadiness() {
        return true;
    }

    @Override
    public List<Finding> check() {
        try {
            return List.of(Finding.good(NAME, probe.probe()));
        } catch (RuntimeException failed) {
            return List.of(Finding.bad(
                    NAME,
                    "The node's database does not answer: " + failed.getMessage(),
                    "Start the database server, free disk space, or restart the node."));
        }
    }
}
