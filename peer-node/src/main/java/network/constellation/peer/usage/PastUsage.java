package network.constellation.peer.usage;

import java.time.Instant;

/** An event of a former time: what was imported, or generated for a demonstration. */
public record PastUsage(Instant happened, UsageEvent event) {}
