package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.NetworkStanding;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.PeerState;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.Services;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.PlatformException;
import network.constellation.peer.platform.Plugins;
import network.constellation.peer.platform.User;
import network.constellation.peer.usage.Usage;
import network.constellation.peer.usage.UsageEvent;
import network.constellation.peer.usage.UsageKind;
import network.constellation.peer.web.session.Origin;
import network.constellation.peer.web.session.Session;
import network.constellation.peer.web.session.Sessions;
import network.constellation.peer.web.session.StartedSession;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.roaming.RoamingMethods;
import network.constellation.protocol.method.roaming.RoamingUser;
import network.constellation.protocol.method.roaming.TokenCheck;

/** Arriving from another site (mnet-wire.md 11.1, steps 4 to 8): the home says who it is, the account here is found or made. */
@Singleton
final class Landing {
    private final Peers peers;
    private final Services services;
    private final PeerClient client;
    private final People people;
    private final VisitorAccounts accounts;
    private final Sessions sessions;
    private final LandedSessions landed;
    private final AfterLanding after;
    private final NetworkWord network;
    private final Audit audit;
    private final Usage usage;
    private final Plugins plugins;

    @Inject
    Landing(
            Peers peers,
            Services services,
            PeerClient client,
            People people,
            VisitorAccounts accounts,
            Sessions sessions,
            LandedSessions landed,
            AfterLanding after,
            NetworkWord network,
            Audit audit,
            Usage usage,
            Platform platform) {
        this.peers = peers;
        this.services = services;
        this.client = client;
        this.people = people;
        this.accounts = accounts;
        this.sessions = sessions;
        this.landed = landed;
        this.after = after;
        this.network = network;
        this.audit = audit;
        this.usage = usage;
        this.plugins = platform.plugins();
    }

    /**
     * @param former the session that the browser has here so far; it ends
     * @param reference what the person sees when refused
     */
    record Arrival(String token, Peer home, String userAgentHash, Optional<Session> former, String reference) {}

    /** How it went. */
    sealed interface Result {
        record Here(User user, StartedSession session) implements Result {}

        record Refused(Refusal refusal) implements Result {}
    }

    /** The site that a landing names, if people may land from it. */
    sealed interface Home {
        record Known(Peer peer) implements Home {}

        record Refused(Refusal refusal, String site) implements Home {}
    }

    Home home(String idp) {
        Optional<Peer> found = peers.find(idp);
        if (found.isEmpty()) {
            return new Home.Refused(Refusal.UNKNOWN_SITE, idp);
        }
        Peer peer = found.get();
        if (peer.state() == PeerState.SUSPENDED) {
            return new Home.Refused(Refusal.SITE_SUSPENDED, peer.name());
        } else if (!peer.isApproved()) {
            return new Home.Refused(Refusal.UNKNOWN_SITE, idp);
        }
        Optional<Refusal> refusal = network.against(peer);
        if (refusal.isPresent()) {
            return new Home.Refused(refusal.get(), peer.name());
        }
        // A hidden sign-in plugin is what "we agree to nobody" is called on a platform.
        return plugins.isEnabled(Plugins.AUTH, "mnet")
                        && services.table().subscribes(peer.wwwroot(), RoamingMethods.SSO_IDP)
                ? new Home.Known(peer)
                : new Home.Refused(Refusal.NOT_AGREED, peer.name());
    }

    Result land(Arrival arrival) {
        if (!Tokens.isWellFormed(arrival.token())) {
            return new Result.Refused(Refusal.MALFORMED);
        }
        RoamingUser told;
        try {
            told = client.call(
                    arrival.home(),
                    RoamingMethods.USER_AUTHORISE,
                    new TokenCheck(arrival.token(), arrival.userAgentHash()));
        } catch (Fault fault) {
            return new Result.Refused(refusal(fault));
        } catch (UnreachableException unreachable) {
            return new Result.Refused(Refusal.HOME_UNREACHABLE);
        }
        try {
            return welcome(arrival, told);
        } catch (PlatformException unusable) {
            return new Result.Refused(Refusal.PROFILE_INCOMPLETE);
        }
    }

    private static Refusal refusal(Fault fault) {
        return switch (fault.code()) {
            case 1 -> Refusal.TOKEN_UNKNOWN;
            case 2 -> Refusal.TOO_LATE;
            case 3 -> Refusal.HOME_REFUSED;
            case NetworkStanding.SUSPENDED -> Refusal.SITE_SUSPENDED;
            case NetworkStanding.DIRECTORY_EXPIRED, NetworkStanding.LIST_STALE -> Refusal.NETWORK_OUTDATED;
            case PeerClient.NOT_SUBSCRIBED, 707, 7012 -> Refusal.NOT_AGREED;
            default -> Refusal.HOME_REFUSED;
        };
    }

    private Result welcome(Arrival arrival, RoamingUser told) {
        Wwwroot home = arrival.home().wwwroot();
        boolean ofThatHome = told.wwwroot().isEmpty() || told.wwwroot().equals(home.value());
        if (!VisitorAccounts.isComplete(told) || !ofThatHome) {
            return new Result.Refused(Refusal.PROFILE_INCOMPLETE);
        }
        Optional<Refusal> refusal = accounts.refusal(home, told.username());
        if (refusal.isPresent()) {
            return new Result.Refused(refusal.get());
        }
        Optional<User> known = accounts.find(home, told.username());
        User user = known.isPresent() ? accounts.update(known.get(), told) : accounts.create(home, told);
        return start(arrival, told, user, known.isPresent());
    }

    private Result start(Arrival arrival, RoamingUser told, User user, boolean returning) {
        arrival.former().ifPresent(former -> {
            landed.find(former.id()).ifPresent(landed::end);
            sessions.end(former.id());
        });
        Wwwroot home = arrival.home().wwwroot();
        StartedSession session =
                sessions.start(user.id(), Origin.landedFrom(home), Map.of(Session.USER_AGENT, arrival.userAgentHash()));
        landed.begin(session.session().id(), user.id(), told.username(), home, arrival.userAgentHash(), told.hosts());
        people.loggedIn(user);
        audit.record(AuditEvent.done(RoamingEvents.LANDED, told.username()).peer(home.value()));
        usage.record(UsageEvent.of(UsageKind.ROAM_IN).by(user.id()).with(home));
        after.landed(user, home, told, returning);
        return new Result.Here(user, session);
    }
}
