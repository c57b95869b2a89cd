package network.constellation.hub.rotation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import network.constellation.hub.rotation.Rotation.Phase;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.peers.Peers;

/**
 * Brings up sites that were away while the others went on: at once when the site was heard of, otherwise with growing
 * pauses, for as long as {@link #KEPT_UP}.
 */
@Singleton
public final class RotationFollowUp implements PeriodicTask {
    private static final Duration KEPT_UP = Duration.ofDays(60);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Set<Phase> AT_REST =
            Set.of(Phase.PREPARED, Phase.REHEARSED, Phase.ACTIVATED, Phase.RETIRED, Phase.ABORTED);

    private final RotationsStore store;
    private final RotationSteps steps;
    private final NetworkSites network;
    private final Peers peers;
    private final RotationEvents events;
    private final Clock clock;

    @Inject
    RotationFollowUp(
            RotationsStore store,
            RotationSteps steps,
            NetworkSites network,
            Peers peers,
            RotationEvents events,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.network = network;
        this.peers = peers;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "rotation-follow-up";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    /** The watchdog waits longer: sites that hang take their time. */
    @Override
    public Duration alarmAfter() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        for (Rotation rotation : store.all()) {
            if (AT_REST.contains(rotation.phase())
                    && rotation.createdAt().plus(KEPT_UP).isAfter(now)) {
                followUp(rotation, now);
            }
        }
    }

    private void followUp(Rotation rotation, Instant now) {
        Map<Wwwroot, Set<Wwwroot>> links = Map.of();
        for (RotationSite site : store.sites(rotation.number())) {
            if (site.isBehind(rotation.phase()) && isTime(site, now)) {
                if (links.isEmpty()) {
                    links = network.links();
                }
                if (steps.catchUp(rotation, site, links)) {
                    events.keysChanged();
                }
            }
        }
    }

    private boolean isTime(RotationSite site, Instant now) {
        boolean heard = peers.contact(site.wwwroot())
                .lastContact()
                .filter(at -> at.isAfter(site.changedAt()))
                .isPresent();
        Duration pause = Duration.ofSeconds(15L << Math.min(site.attempts(), 6));
        return heard
                || !site.changedAt()
                        .plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause)
                        .isAfter(now);
    }
}
