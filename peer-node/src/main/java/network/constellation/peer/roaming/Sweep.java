package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.tenant.TenantListener;
import network.constellation.peer.web.session.Session;
import network.constellation.peer.web.session.Sessions;

/**
 * Ends sessions that have lost their ground, whatever took it away: the account was suspended or deleted, the session here
 * is over (signed out by force, password changed, expired), the other site was suspended (here or by the hub) or
 * removed, the visit is too old
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
    private final NetworkWord network;
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
            NetworkWord network,
            RoamingConfig config) {
        this.jumps = jumps;
        this.landed = landed;
        this.logouts = logouts;
        this.peers = peers;
        this.people = people;
        this.sessions = sessions;
        this.terms = terms;
        this.network = network;
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

    /** Visitors here. Everything is asked once for all of them: a site may have thousands. */
    void sweepVisitors() {
        List<LandedSession> all = landed.all();
        if (all.isEmpty()) {
            return;
        }
        Grounds grounds = grounds();
        Set<Denied> denied = terms.rules().stream()
                .filter(rule -> !rule.allowed())
                .map(rule -> new Denied(rule.peer(), rule.username()))
                .collect(Collectors.toSet());
        for (LandedSession visit : all) {
            if (!grounds.sessions().contains(visit.sessionId())) {
                landed.end(visit);
                continue;
            }
            reason(visit, grounds, denied).ifPresent(why -> logouts.endHere(visit, why));
        }
    }

    private Optional<String> reason(LandedSession visit, Grounds grounds, Set<Denied> denied) {
        if (landed.isOver(visit)) {
            return Optional.of("too-old");
        } else if (peers.find(visit.peer()).filter(Peer::isApproved).isEmpty()) {
            return Optional.of("site-not-approved");
        } else if (peers.find(visit.peer()).filter(network::isCutOff).isPresent()) {
            return Optional.of("site-suspended-by-the-network");
        } else if (denied.contains(new Denied(visit.peer(), visit.username()))) {
            return Optional.of("denied");
        } else if (grounds.suspended().contains(visit.userId())) {
            return Optional.of("account-suspended");
        }
        return Optional.empty();
    }

    /** Our own, elsewhere. */
    void sweepTravellers() {
        List<JumpSession> all = jumps.all();
        if (all.isEmpty()) {
            return;
        }
        Grounds grounds = grounds();
        for (JumpSession journey : all) {
            if (grounds.suspended().contains(journey.userId())
                    || !grounds.sessions().contains(journey.sessionId())) {
                logouts.endAway(journey);
            }
        }
    }

    /** @param sessions live ones of this site; @param suspended users of this site */
    private record Grounds(Set<String> sessions, Set<Long> suspended) {}

    private record Denied(Wwwroot peer, String username) {}

    /** A deleted account has no session any more: whoever deletes it ends them. */
    private Grounds grounds() {
        return new Grounds(
                sessions.activeSince(Instant.EPOCH).stream().map(Session::id).collect(Collectors.toSet()),
                people.suspended());
    }
}
