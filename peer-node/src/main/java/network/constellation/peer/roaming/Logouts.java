package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import java.util.List;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.web.session.Session;
import network.constellation.peer.web.session.SessionEnding;
import network.constellation.peer.web.session.Sessions;
import network.constellation.protocol.method.roaming.UserSession;

/**
 * Signing out once is signing out everywhere (mnet-wire.md 11.1, {@code kill_children} and {@code kill_child}). Sessions
 * here end at once; other sites are told by durable jobs, so that one which is away hears of it when it is back.
 */
@Singleton
final class Logouts implements SessionEnding {
    private final JumpSessions jumps;
    private final LandedSessions landed;
    private final RemoteEnds remote;
    private final Provider<Sessions> sessions;
    private final Audit audit;

    @Inject
    Logouts(JumpSessions jumps, LandedSessions landed, RemoteEnds remote, Provider<Sessions> sessions, Audit audit) {
        this.jumps = jumps;
        this.landed = landed;
        this.remote = remote;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Somebody signs out here. */
    @Override
    public void ending(Session session) {
        landed.find(session.id()).ifPresent(visit -> {
            if (landed.end(visit)) {
                remote.atHome(visit);
            }
        });
        jumps.ofSession(session.id()).forEach(this::endAway);
    }

    /** The session at that site has no ground any more. */
    void endAway(JumpSession session) {
        if (jumps.end(session)) {
            remote.away(session);
        }
    }

    /**
     * {@code kill_child}: the home says that its user is out.
     *
     * @return whether there was a session
     */
    boolean endedAtHome(Wwwroot home, UserSession user) {
        List<LandedSession> here = landed.of(home, user.username(), user.userAgentHash());
        boolean any = false;
        for (LandedSession session : here) {
            any |= endHere(session, "signed-out-at-home");
        }
        return any;
    }

    /** Ends a visitor's session without telling anybody. */
    boolean endHere(LandedSession session, String why) {
        sessions.get().end(session.sessionId());
        if (!landed.end(session)) {
            return false;
        }
        audit.record(AuditEvent.done(RoamingEvents.ENDED, session.username())
                .peer(session.peer().value())
                .with("why", why));
        return true;
    }

    /**
     * {@code kill_children}: our user signed out at {@code caller}. Ends the user's session here, and tells the other sites
     * where the same browser is. A site speaks only for users who are there.
     *
     * @return the report that goes on the wire
     */
    String endedAway(Wwwroot caller, UserSession user) {
        List<JumpSession> all = jumps.of(user.username(), user.userAgentHash());
        if (all.stream().noneMatch(session -> session.peer().equals(caller))) {
            return "Could find no remote sessions\n";
        }
        StringBuilder report = new StringBuilder();
        for (JumpSession session : all) {
            if (session.peer().equals(caller)) {
                jumps.end(session);
            } else {
                report.append("Ending the session at ").append(session.peer()).append('\n');
                endAway(session);
            }
            sessions.get().end(session.sessionId());
        }
        audit.record(AuditEvent.done(RoamingEvents.ENDED, user.username())
                .peer(caller.value())
                .with("why", "signed-out-away"));
        return report.toString();
    }
}
