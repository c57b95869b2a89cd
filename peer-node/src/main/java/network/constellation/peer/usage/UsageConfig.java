package network.constellation.peer.usage;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;

/**
 * How a site counts: section {@code usage} of the configuration.
 *
 * @param keepEvents how long single events are kept; their sums stay. At least 35 days, which "active within 30 days"
 *     needs
 * @param timeZone in which days and hours are counted, such as {@code Europe/Paris}
 */
public record UsageConfig(Duration keepEvents, String timeZone) {
    private static final Duration LEAST = Duration.ofDays(35);

    public UsageConfig {
        if (keepEvents.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("usage.keep-events must be at least 35d.");
        }
        zone(timeZone);
    }

    static UsageConfig defaults() {
        return new UsageConfig(Duration.ofDays(120), "UTC");
    }

    ZoneId zone() {
        return zone(timeZone);
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "usage.time-zone must be a zone such as Europe/Paris or UTC, not \"" + name + "\".");
        }
    }
}
