package network.constellation.hub.founding;

import java.time.Instant;

/**
 * The network that this hub leads.
 *
 * @param id 32 lower-case hex digits; goes into every modern envelope
 */
public record Network(String id, String name, Instant foundedAt) {}
