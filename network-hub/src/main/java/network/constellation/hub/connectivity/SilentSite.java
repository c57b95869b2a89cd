package network.constellation.hub.connectivity;

import java.time.Instant;
import network.constellation.keys.address.Wwwroot;

/** A site that the hub cannot call, and since when. */
public record SilentSite(Wwwroot wwwroot, String name, Instant since) {}
