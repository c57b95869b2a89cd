package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.tenant.TenantListener;
import network.constellation.peer.web.session.Sessions;

/**
 * Ends sessions that have lost their ground, whatever took it away: the account was suspended or deleted, the session here
 * is over (signed out by force, password changed, expired), the other site was suspended or removed, the visit is too old
 * (promise 32). Runs every few seconds, and before a tenant that slept answers its first request.
 */
@Singleton
final class Sweep implements PeriodicTask, TenantListener {
    private final JumpSessions jumps;
    private final LandedSessions landed;
    private final Logouts logouts;
    private final Peers peers;
    private final People people;
    private final Sessions sessions;
    private final RoamingTerms terms;
    private final RoamingConfig config;

    @Inject
    Sweep(
            JumpSessions jumps,
            LandedSessions landed,
            Logouts logouts,
            Peers peers,
            People people,
            Sessions sessions,
            RoamingTerms terms,
            RoamingConfig config) {
        this.jumps = jumps;
        this.landed = landed;
        this.logouts = logouts;
        this.peers = peers;
        this.people = people;
        this.sessions = sessions;
        this.terms = terms;
        this.config = config;
    }

    @Override
    public String name() {
        return "roaming.sweep";
    }

    @Override
    public Duration every() {
        return config.sweepEvery();
    }

    @Override
    public void opened() {
        sweepVisitors();
    }

    @Override
    public void run() {
        sweepVisitors();
        sweepTravellers();
        jumps.forgetOver();
    }

    /** Visitors here. */
    void sweepVisitors() {
        for (LandedSession visit : landed.all()) {
            if (sessions.byId(visit.sessionId()).isEmpty()) {
                landed.end(visit);
                continue;
            }
            reason(visit).ifPresent(why -> logouts.endHere(visit, why));
        }
    }

    private Optional<String> reason(LandedSession visit) {
        if (landed.isOver(visit)) {
            return Optional.of("too-old");
        } else if (peers.find(visit.peer()).filter(Peer::isApproved).isEmpty()) {
            return Optional.of("site-not-approved");
        } else if (!terms.mayLand(visit.peer(), visit.username())) {
            return Optional.of("denied");
        } else if (people.find(visit.userId()).filter(user -> !user.suspended()).isEmpty()) {
            return Optional.of("account-suspended");
        }
        return Optional.empty();
    }

    /** Our own, elsewhere. */
    void sweepTravellers() {
        for (JumpSession journey : jumps.all()) {
            boolean gone = people.find(journey.userId())
                            .filter(user -> !user.suspended())
                            .isEmpty()
                    || sessions.byId(journey.sessionId()).isEmpty();
            if (gone) {
                logouts.endAway(journey);
            }
        }
    }
}
