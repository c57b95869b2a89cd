package network.constellation.peer.connectivity;

import java.time.Duration;

/**
 * How often a site looks at its links: section {@code connectivity} of the configuration.
 *
 * @param every from the end of one round to the start of the next; up to a tenth is added by chance
 * @param perRound links in one round, those in trouble and the hub's first, then those looked at longest ago
 * @param atOnce links looked at at the same time
 */
public record ConnectivityConfig(Duration every, int perRound, int atOnce) {
    public ConnectivityConfig {
        if (every.toSeconds() < 10 || every.toHours() > 24) {
            throw new IllegalArgumentException("connectivity.every must be from 10s to 24h.");
        }
        if (perRound < 1 || perRound > 5_000 || atOnce < 1 || atOnce > 64) {
            throw new IllegalArgumentException(
                    "connectivity.per-round must be from 1 to 5000, connectivity.at-once from 1 to 64.");
        }
    }

    static ConnectivityConfig defaults() {
        return new ConnectivityConfig(Duration.ofMinutes(5), 100, 4);
    }
}
