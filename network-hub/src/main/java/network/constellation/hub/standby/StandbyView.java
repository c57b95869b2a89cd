package network.constellation.hub.standby;

import java.time.Instant;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;

/**
 * The site that stands by for this hub.
 *
 * @param term in which it may sign once it is promoted
 * @param fetched when it last asked for the hub's state
 */
public record StandbyView(Wwwroot wwwroot, int term, Instant appointed, Optional<Instant> fetched) {}
