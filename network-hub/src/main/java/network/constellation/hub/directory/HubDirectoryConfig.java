package network.constellation.hub.directory;

import java.time.Duration;
import network.constellation.protocol.limits.DirectoryLimits;

/**
 * {@code hub-directory.}
 *
 * @param life how long members may go by a directory whose hub is silent
 * @param refresh how often members are told to ask
 * @param signedAgain how old the header of an unchanged directory may become
 * @param mandate for how long the root key lets this hub sign, in days
 */
public record HubDirectoryConfig(Duration life, Duration refresh, Duration signedAgain, int mandate) {
    public HubDirectoryConfig {
        if (life.compareTo(Duration.ofHours(1)) < 0 || life.compareTo(DirectoryLimits.LIFE) > 0) {
            throw new IllegalArgumentException("hub-directory.life must be from 1 hour to 30 days.");
        }
        if (refresh.compareTo(Duration.ofSeconds(5)) < 0 || refresh.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("hub-directory.refresh must be from 5 seconds to 1 hour.");
        }
        if (signedAgain.compareTo(Duration.ofMinutes(1)) < 0 || signedAgain.compareTo(life.dividedBy(2)) > 0) {
            throw new IllegalArgumentException("hub-directory.signed-again must be from 1 minute to half the life.");
        }
        if (mandate < 1 || mandate > 3_650) {
            throw new IllegalArgumentException("hub-directory.mandate must be from 1 to 3650 days.");
        }
    }

    public static HubDirectoryConfig defaults() {
        return new HubDirectoryConfig(Duration.ofHours(72), Duration.ofSeconds(60), Duration.ofHours(1), 730);
    }
}
