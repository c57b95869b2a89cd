package network.constellation.peer.roaming;

import java.time.Instant;
import network.constellation.keys.address.Wwwroot;

/** Whether one user of another site may land here; without a rule everyone of an approved site may. */
public record AccessRule(Wwwroot peer, String username, boolean allowed, Instant changed, String actor) {}
