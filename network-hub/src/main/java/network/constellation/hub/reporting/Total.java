package network.constellation.hub.reporting;

import java.util.List;
import java.util.Optional;
import network.constellation.protocol.method.reporting.Figure;

/**
 * A figure of the whole network, with how many sites it stands for.
 *
 * @param value of all sites that have any; empty when none has
 * @param complete sites that have all days of it
 * @param sites how many there are in all
 * @param incomplete names of the others, which are missing from the value or are in it with a part
 */
public record Total(
        Figure figure, Optional<Number> value, boolean withheld, int complete, int sites, List<String> incomplete) {
    public Total {
        incomplete = List.copyOf(incomplete);
    }
}
