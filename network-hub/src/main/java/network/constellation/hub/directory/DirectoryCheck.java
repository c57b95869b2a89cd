package network.constellation.hub.directory;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.hub.founding.Founding;
import network.constellation.peer.health.Finding;
import network.constellation.peer.health.TenantCheck;
import network.constellation.protocol.directory.Delegation;

/** Whether the root key still lies about, and how long this hub may sign. */
final class DirectoryCheck implements TenantCheck {
    private static final String NAME = "hub directory";
    private static final Duration SOON = Duration.ofDays(60);

    private final Founding founding;
    private final Mandate mandate;
    private final Clock clock;

    @Inject
    DirectoryCheck(Founding founding, Mandate mandate, Clock clock) {
        this.founding = founding;
        this.mandate = mandate;
        this.clock = clock;
    }

    @Override
    public List<Finding> check() {
        if (founding.network().isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        Optional<Path> root = mandate.rootStillHere();
        findings.add(root.map(file -> Finding.warning(
                        NAME,
                        "The network's root key still lies in " + file + ".",
                        "Move the file to a safe place offline, and a copy to a second one."))
                .orElse(Finding.good(NAME, "The network's root key is not on this machine.")));
        findings.add(mandate.delegation()
                .map(this::mandate)
                .orElse(Finding.bad(
                        NAME,
                        "This hub has no delegation of the root key: it cannot sign the directory.",
                        "On a standby: hub promote. Otherwise restore the hub from its backup.")));
        return findings;
    }

    private Finding mandate(Delegation delegation) {
        Instant end = delegation.notAfter();
        String remedy = "Fetch the root key and run: constellation hub directory delegate --root-key FILE";
        if (!clock.instant().isBefore(end)) {
            return Finding.bad(NAME, "The root key let this hub sign until " + end + ".", remedy);
        }
        return clock.instant().plus(SOON).isBefore(end)
                ? Finding.good(NAME, "The root key lets this hub sign until " + end + ".")
                : Finding.warning(NAME, "The root key lets this hub sign until " + end + " only.", remedy);
    }
}
