package network.constellation.hub.standby;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import network.constellation.hub.directory.Mandate;
import network.constellation.hub.founding.Founding;
import network.constellation.peer.health.Finding;
import network.constellation.peer.health.TenantCheck;

/** Whether this hub still leads, and whether its standby keeps up. */
final class LeadershipCheck implements TenantCheck {
    private static final String NAME = "hub leadership";
    private static final Duration LATE = StandbyState.LATE;

    private final Lease lease;
    private final Standby standby;
    private final KeptCopy kept;
    private final Mandate mandate;
    private final Founding founding;
    private final Clock clock;

    @Inject
    LeadershipCheck(Lease lease, Standby standby, KeptCopy kept, Mandate mandate, Founding founding, Clock clock) {
        this.lease = lease;
        this.standby = standby;
        this.kept = kept;
        this.mandate = mandate;
        this.founding = founding;
        this.clock = clock;
    }

    @Override
    public List<Finding> check() {
        if (lease.fencedBy() > 0) {
            return List.of(Finding.bad(
                    NAME,
                    "Another hub leads the network, in term " + lease.fencedBy() + "; this one signs nothing any more.",
                    "Switch this node off, or make it a standby with a new data directory."));
        }
        if (!lease.frozen().isEmpty()) {
            return List.of(Finding.bad(
                    NAME,
                    lease.frozen() + " This hub signs nothing.",
                    "Find out who has this hub's directory key; then promote the standby."));
        }
        if (lease.begun() > 0) {
            return List.of(Finding.bad(
                    NAME,
                    "The promotion of this site has begun and not ended.",
                    "It goes on by itself within a minute; otherwise run again: constellation hub promote --data DIR"));
        }
        if (founding.network().isEmpty()) {
            return mandate.highest().isPresent() ? List.of(copy()) : List.of();
        }
        return standby.view().map(this::standby).map(List::of).orElse(List.of());
    }

    private Finding copy() {
        Optional<Instant> received = kept.received();
        boolean late =
                received.filter(at -> clock.instant().isBefore(at.plus(LATE))).isEmpty();
        return late
                ? Finding.warning(
                        NAME,
                        received.map(at -> "The copy of the hub's state was renewed last at " + at + ".")
                                .orElse("This site has no copy of the hub's state yet."),
                        "Look whether the hub runs and is reached from here. If it is lost: constellation hub promote")
                : Finding.good(NAME, "This site stands by, and its copy of the hub's state is fresh.");
    }

    private Finding standby(StandbyView view) {
        boolean late = view.fetched()
                .filter(at -> clock.instant().isBefore(at.plus(LATE)))
                .isEmpty();
        return late
                ? Finding.warning(
                        NAME,
                        "The standby " + view.wwwroot() + " has not asked for this hub's state lately.",
                        "Look whether it runs: a promotion would start from an old copy.")
                : Finding.good(NAME, "The standby " + view.wwwroot() + " has this hub's state.");
    }
}
