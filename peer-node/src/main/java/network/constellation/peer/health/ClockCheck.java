package network.constellation.peer.health;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import network.constellation.peer.store.DataDirectory;

/** The clock does not stand before what the node has already written. */
final class ClockCheck implements HealthCheck {
    private static final String NAME = "clock";
    private static final Instant FOUNDED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration TOLERANCE = Duration.ofMinutes(2);

    private final Clock clock;
    private final DataDirectory data;

    @Inject
    ClockCheck(Clock clock, DataDirectory data) {
        this.clock = clock;
        this.data = data;
    }

    @Override
    public List<Finding> check() {
        Instant now = clock.instant();
        try {
            Instant written = Files.getLastModifiedTime(data.root()).toInstant();
            if (now.isBefore(FOUNDED) || written.isAfter(now.plus(TOLERANCE))) {
                return List.of(Finding.bad(
                        NAME,
                        "The clock says " + now + ", but data was written at " + written + ".",
                        "Set the clock right and keep it so by NTP: peers refuse messages two minutes off."));
            }
        } catch (IOException unreadable) {
            // The check of the disk says so.
        }
        return List.of(Finding.good(NAME, "The clock says " + now + "; peers must agree within two minutes."));
    }
}
