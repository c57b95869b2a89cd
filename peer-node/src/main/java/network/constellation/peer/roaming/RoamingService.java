package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.dispatch.CallContext;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.platform.User;
import network.constellation.peer.usage.Usage;
import network.constellation.peer.usage.UsageEvent;
import network.constellation.peer.usage.UsageKind;
import network.constellation.peer.web.session.Sessions;
import network.constellation.peer.web.view.Assets;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.roaming.EnrolmentUpdate;
import network.constellation.protocol.method.roaming.EnrolmentUpdateResult;
import network.constellation.protocol.method.roaming.KeepaliveResult;
import network.constellation.protocol.method.roaming.RoamingUser;
import network.constellation.protocol.method.roaming.ThemeInfo;
import network.constellation.protocol.method.roaming.TokenCheck;
import network.constellation.protocol.method.roaming.UserPicture;
import network.constellation.protocol.method.roaming.UserSession;

/**
 * The methods of {@code sso_idp} and {@code sso_sp} (mnet-wire.md 11.1). A caller learns and changes only what concerns
 * users who are, or were, on their way to it.
 */
@Singleton
final class RoamingService {
    private static final int MOST_USERNAMES = 5_000;

    private final JumpSessions jumps;
    private final People people;
    private final RoamingUsers users;
    private final RemoteCourses courses;
    private final Logouts logouts;
    private final Sessions sessions;
    private final Jobs jobs;
    private final KeepaliveJob keepalive;
    private final Audit audit;
    private final Usage usage;
    private final Wwwroot self;
    private final Assets assets;

    @Inject
    RoamingService(
            JumpSessions jumps,
            People people,
            RoamingUsers users,
            RemoteCourses courses,
            Logouts logouts,
            Sessions sessions,
            Jobs jobs,
            KeepaliveJob keepalive,
            Audit audit,
            Usage usage,
            Wwwroot self,
            Assets assets) {
        this.jumps = jumps;
        this.people = people;
        this.users = users;
        this.courses = courses;
        this.logouts = logouts;
        this.sessions = sessions;
        this.jobs = jobs;
        this.keepalive = keepalive;
        this.audit = audit;
        this.usage = usage;
        this.self = self;
        this.assets = assets;
    }

    RoamingUser userAuthorise(CallContext context, TokenCheck check) {
        Wwwroot peer = context.peer().wwwroot();
        JumpSession session = jumps.authorise(peer, check);
        User person = people.find(session.userId())
                .filter(found -> !found.suspended() && people.isOwn(found))
                .orElseThrow(() -> JumpSessions.wrongUser("user-gone"));
        audit.record(AuditEvent.done(RoamingEvents.AUTHORISED, person.username())
                .peer(peer.value())
                .trace(context.traceId()));
        usage.record(UsageEvent.of(UsageKind.ROAM_OUT).by(person.id()).with(peer));
        return users.tell(person, peer);
    }

    UserPicture fetchUserImage(CallContext context, String username) {
        Optional<User> user = people.own(username);
        if (user.isEmpty()) {
            return new UserPicture.NoUser();
        }
        boolean told =
                !user.get().suspended() && users.tellsPicture(context.peer().wwwroot());
        return told ? people.picture(user.get()) : new UserPicture.None();
    }

    ThemeInfo fetchThemeInfo(CallContext context, Nothing nothing) {
        return new ThemeInfo("constellation", self.with(assets.path("icon.svg")));
    }

    EnrolmentUpdateResult updateEnrolments(CallContext context, EnrolmentUpdate update) {
        if (update.username().isEmpty()) {
            return EnrolmentUpdateResult.REFUSED;
        }
        Wwwroot peer = context.peer().wwwroot();
        Optional<JumpSession> session = jumps.at(peer, update.username());
        Optional<User> person = people.own(update.username());
        if (session.isPresent()
                && person.filter(found -> found.id() == session.get().userId()).isEmpty()) {
            throw JumpSessions.wrongUser("user-gone");
        }
        person.filter(found -> session.isPresent() || isEnrolledAt(found, peer))
                .ifPresent(found -> courses.replace(found.id(), peer, update.courses()));
        // As the originals do, a site that speaks of somebody who is not there gets the same answer, and nothing
        // changes.
        return update.courses().isEmpty() ? EnrolmentUpdateResult.CLEARED : EnrolmentUpdateResult.UPDATED;
    }

    /** We sent the user there, or the site told so before: it may tell what became of it. */
    private boolean isEnrolledAt(User person, Wwwroot peer) {
        return courses.of(person.id()).stream().anyMatch(course -> course.peer().equals(peer));
    }

    KeepaliveResult keepaliveServer(CallContext context, List<String> usernames) {
        Wwwroot peer = context.peer().wwwroot();
        for (String username : usernames.subList(0, Math.min(usernames.size(), MOST_USERNAMES))) {
            jumps.at(peer, username).filter(JumpSession::confirmed).ifPresent(session -> {
                jumps.keepAlive(peer, username);
                sessions.byId(session.sessionId()).ifPresent(live -> sessions.touch(live.id()));
            });
        }
        return KeepaliveResult.allOk();
    }

    Boolean keepaliveClient(CallContext context, Nothing nothing) {
        jobs.startOnce(
                keepalive,
                context.peer().wwwroot().value() + " " + context.at().getEpochSecond() / KeepaliveJob.AT_MOST_EVERY,
                new KeepaliveJob.Ask(context.peer().wwwroot().value()));
        return true;
    }

    String killChildren(CallContext context, UserSession user) {
        return logouts.endedAway(context.peer().wwwroot(), user);
    }

    Boolean killChild(CallContext context, UserSession user) {
        return logouts.endedAtHome(context.peer().wwwroot(), user);
    }

    KeepaliveResult refreshLog(CallContext context, List<Value> entries) {
        return KeepaliveResult.allOk();
    }
}
