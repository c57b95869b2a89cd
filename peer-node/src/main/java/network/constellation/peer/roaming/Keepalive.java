package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.Services;
import network.constellation.peer.web.session.Session;
import network.constellation.peer.web.session.Sessions;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.roaming.RoamingMethods;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the homes of our visitors who of them was active, so that they stay signed in there ({@code keepalive_server}). */
@Singleton
final class Keepalive implements PeriodicTask {
    private static final Logger LOG = LoggerFactory.getLogger(Keepalive.class);
    private static final Duration ACTIVE = Duration.ofMinutes(5);

    private final LandedSessions landed;
    private final Sessions sessions;
    private final Peers peers;
    private final Services services;
    private final PeerClient client;
    private final RoamingConfig config;
    private final Clock clock;

    @Inject
    Keepalive(
            LandedSessions landed,
            Sessions sessions,
            Peers peers,
            Services services,
            PeerClient client,
            RoamingConfig config,
            Clock clock) {
        this.landed = landed;
        this.sessions = sessions;
        this.peers = peers;
        this.services = services;
        this.client = client;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "roaming.keepalive";
    }

    @Override
    public Duration every() {
        return config.keepaliveEvery();
    }

    @Override
    public void run() {
        activeByHome().forEach(this::tell);
    }

    /** Tells one home now, whether or not anybody of it is active. */
    void tell(Wwwroot home) {
        tell(home, activeByHome().getOrDefault(home, new TreeSet<>()));
    }

    private Map<Wwwroot, TreeSet<String>> activeByHome() {
        Map<Wwwroot, TreeSet<String>> active = new TreeMap<>();
        for (Session session : sessions.activeSince(clock.instant().minus(ACTIVE))) {
            landed.find(session.id())
                    .ifPresent(visit -> active.computeIfAbsent(visit.peer(), home -> new TreeSet<>())
                            .add(visit.username()));
        }
        return active;
    }

    /** One site that does not answer keeps nobody else from being told. */
    private void tell(Wwwroot home, TreeSet<String> usernames) {
        Optional<Peer> peer = peers.find(home)
                .filter(Peer::isApproved)
                .filter(found -> services.table().subscribes(home, RoamingMethods.SSO_IDP));
        if (peer.isEmpty()) {
            return;
        }
        try {
            var answer = client.call(peer.get(), RoamingMethods.KEEPALIVE_SERVER, List.copyOf(usernames));
            if (answer.code() != 0) {
                LOG.info("{} could not keep all of {} visitors alive", home, usernames.size());
            }
        } catch (Fault | UnreachableException failed) {
            LOG.info("{} was not told who is active here: {}", home, failed.getMessage());
        }
    }
}
