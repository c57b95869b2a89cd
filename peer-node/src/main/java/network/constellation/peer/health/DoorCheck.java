package network.constellation.peer.health;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import network.constellation.peer.door.Door;

/** The port can be opened, and the certificate of the door is good for some time. */
final class DoorCheck implements HealthCheck {
    private static final Duration SOON = Duration.ofDays(14);

    private final Provider<Door> doors;
    private final Clock clock;

    @Inject
    DoorCheck(Provider<Door> doors, Clock clock) {
        this.doors = doors;
        this.clock = clock;
    }

    @Override
    public List<Finding> check() {
        Door door = doors.get();
        List<Finding> findings = new ArrayList<>();
        findings.add(door.portProblem()
                .map(problem ->
                        Finding.bad("port", problem, "Stop the other program, or choose another port by door.port."))
                .orElseGet(() -> Finding.good("port", "The door is open, or could be opened.")));
        try {
            door.certificateEnds().ifPresent(ends -> {
                Duration left = Duration.between(clock.instant(), ends);
                if (left.isNegative()) {
                    findings.add(Finding.bad("certificate", "The door's certificate ended " + ends + ".", renew()));
                } else if (left.compareTo(SOON) < 0) {
                    findings.add(Finding.warning("certificate", "The door's certificate ends " + ends + ".", renew()));
                } else {
                    findings.add(Finding.good("certificate", "The door's certificate ends " + ends + "."));
                }
            });
        } catch (RuntimeException unusable) {
            findings.add(Finding.bad(
                    "certificate",
                    String.valueOf(unusable.getMessage()),
                    "Mend door.tls-certificate and door.tls-key."));
        }
        return findings;
    }

    private static String renew() {
        return "Renew the certificate; the door reads the new files by itself.";
    }
}
