package network.constellation.hub.connectivity;

import java.time.Duration;

/**
 * The hub's matrix of links: section {@code matrix} of the configuration.
 *
 * @param every how often the hub asks all sites what they found; up to a tenth is added by chance
 * @param mail whether administrators of the hub get a letter when something goes wrong, where mail is configured
 */
public record MatrixConfig(Duration every, boolean mail) {
    public MatrixConfig {
        if (every.toSeconds() < 10 || every.toHours() > 24) {
            throw new IllegalArgumentException("matrix.every must be from 10s to 24h.");
        }
    }

    static MatrixConfig defaults() {
        return new MatrixConfig(Duration.ofMinutes(5), true);
    }
}
