package network.constellation.peer.tenant;

import java.time.Instant;
import network.constellation.keys.address.Wwwroot;

/** A tenant as the list of tenants shows it, open or not. */
public record TenantEntry(Wwwroot wwwroot, String name, State state, String folder, Instant created) {

    /** A disabled tenant keeps its data and answers nobody. */
    public enum State {
        ENABLED,
        DISABLED
    }

    public boolean isEnabled() {
        return state == State.ENABLED;
    }
}
