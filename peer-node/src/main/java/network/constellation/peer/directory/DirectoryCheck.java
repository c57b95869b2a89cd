package network.constellation.peer.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import network.constellation.peer.health.Finding;
import network.constellation.peer.health.HealthCheck;

/** The directories are fresh, or grow old and why. A node whose directory expired still serves its own users. */
@Singleton
final class DirectoryCheck implements HealthCheck {
    private static final String NAME = "directory";

    private final DirectoryCache cache;
    private final DirectoryPull pull;
    private final DirectoryRefresh refresh;
    private final Clock clock;

    @Inject
    DirectoryCheck(DirectoryCache cache, DirectoryPull pull, DirectoryRefresh refresh, Clock clock) {
        this.cache = cache;
        this.pull = pull;
        this.refresh = refresh;
        this.clock = clock;
    }

    @Override
    public List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        for (String network : cache.names()) {
            if (pull.isWanted(network)) {
                findings.add(finding(
                        DirectoryAge.of(cache.required(network), false, refresh.attempts(network), clock.instant())));
            }
        }
        return findings.isEmpty()
                ? List.of(Finding.good(NAME, "No site here needs the directory of a hub."))
                : findings;
    }

    private static Finding finding(DirectoryAge age) {
        String what = "The directory of network " + age.network() + ", version " + age.version() + ", is "
                + DirectoryCli.words(age.age()) + " old and good until " + age.expires() + ".";
        String remedy = "Look whether the hub runs and is reached from here: "
                + age.lastError().orElse("it was not asked")
                + ". Peers are served until the directory expires; docs/hub-is-down.md.";
        return switch (age.state()) {
            case EXPIRED -> Finding.bad(NAME, what + " It expired: peers of the network are refused.", remedy);
            case LIST_STALE ->
                Finding.warning(NAME, what + " The suspension list is stale: only reading goes on.", remedy);
            case AGEING -> Finding.warning(NAME, what + " " + age.used() + " % of its life are over.", remedy);
            case NONE ->
                age.failures() > 0
                        ? Finding.warning(NAME, "No directory of network " + age.network() + " came yet.", remedy)
                        : Finding.good(NAME, "The hub of network " + age.network() + " publishes no directory.");
            case FRESH -> Finding.good(NAME, what);
        };
    }
}
