package network.constellation.peer.peers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import network.constellation.keys.ring.KeyRing;
import network.constellation.keys.ring.RingEvent;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.jobs.PeriodicTask;

/**
 * Looks after the tenant's own keys: renews the recipient key daily, replaces keys before they end or when somebody asked
 * for it, and ends the overlap of replaced ones after {@link #OVERLAP}.
 */
@Singleton
public final class OwnKeyWatch implements PeriodicTask {
    /** How long modern messages to a replaced generation are still opened. */
    public static final Duration OVERLAP = Duration.ofHours(48);

    /** Keys with less than this to live do not wait for the time of day. */
    private static final Duration LATE = Duration.ofHours(24);

    private final SiteIdentity identity;
    private final NetConfig config;
    private final KeyRotation rotation;
    private final Jobs jobs;
    private final Set<NextKeysReport> reports;
    private final Clock clock;

    @Inject
    OwnKeyWatch(
            SiteIdentity identity,
            NetConfig config,
            KeyRotation rotation,
            Jobs jobs,
            Set<NextKeysReport> reports,
            Clock clock) {
        this.identity = identity;
        this.config = config;
        this.rotation = rotation;
        this.jobs = jobs;
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "own-keys";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        identity.renewRecipients();
        Instant now = clock.instant();
        identity.takeEarlyRotation().ifPresent(why -> start("early", why));
        if (config.keyRenewalAutomatic() && identity.ring().isDue(now, config.keyRenewal())) {
            renew(now);
        }
        if (overlapUntil(identity.ring()).filter(until -> !until.isAfter(now)).isPresent()) {
            identity.change(ring -> ring.retire(now));
        }
    }

    /** The next keys are made and announced at once, and come into use at the time of day that was set for it. */
    private void renew(Instant now) {
        identity.prepare();
        // Each time, as the hub may have been away the last time; it tells the others once.
        identity.announced().ifPresent(next -> reports.forEach(report -> report.prepared(next)));
        boolean late = identity.ring().isDue(now, LATE);
        if (late || DayWindow.parse(config.keyRenewalWindow()).contains(now)) {
            start("due", "The keys end at " + identity.current().notAfter() + ".");
        }
    }

    private void start(String cause, String why) {
        UUID job = jobs.startOnce(
                rotation,
                cause + " of generation " + identity.current().generation(),
                KeyRotation.ordered("system", why));
        if (jobs.find(job).filter(view -> view.state() == JobView.State.FAILED).isPresent()) {
            jobs.retry(job);
        }
    }

    /** Until when messages to the generation before the present one are opened; empty when no overlap goes on. */
    public static Optional<Instant> overlapUntil(KeyRing ring) {
        boolean overlap =
                ring.retired().stream().anyMatch(keys -> !keys.recipients().isEmpty());
        return overlap
                ? ring.journal().stream()
                        .filter(event -> event.kind() == RingEvent.Kind.REPLACED)
                        .map(event -> event.at().plus(OVERLAP))
                        .max(Instant::compareTo)
                : Optional.empty();
    }
}
