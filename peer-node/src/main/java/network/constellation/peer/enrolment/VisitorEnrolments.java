package network.constellation.peer.enrolment;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.dispatch.CallContext;
import network.constellation.peer.platform.Course;
import network.constellation.peer.platform.Enrolment;
import network.constellation.peer.platform.Enrolments;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.PlatformException;
import network.constellation.peer.platform.User;
import network.constellation.peer.roaming.Refusal;
import network.constellation.peer.roaming.VisitorAccounts;
import network.constellation.peer.usage.Usage;
import network.constellation.peer.usage.UsageEvent;
import network.constellation.peer.usage.UsageKind;
import network.constellation.protocol.method.enrolment.EnrolRequest;
import network.constellation.protocol.method.enrolment.EnrolledUser;
import network.constellation.protocol.method.enrolment.EnrolmentFault;
import network.constellation.protocol.method.enrolment.UnenrolRequest;
import network.constellation.protocol.method.roaming.RoamingUser;

/**
 * Users of other sites in our courses, by the word of their site. Unlike the originals it looks at the course before it
 * makes an account, so that a refused call leaves nothing behind; and whoever was let in may always leave.
 */
@Singleton
final class VisitorEnrolments {
    private final OpenCourses open;
    private final VisitorAccounts accounts;
    private final Platform platform;
    private final Usage usage;
    private final Audit audit;

    @Inject
    VisitorEnrolments(OpenCourses open, VisitorAccounts accounts, Platform platform, Usage usage, Audit audit) {
        this.open = open;
        this.accounts = accounts;
        this.platform = platform;
        this.usage = usage;
        this.audit = audit;
    }

    void enrol(CallContext context, EnrolRequest request) {
        Wwwroot home = context.peer().wwwroot();
        String username = request.user().username();
        try {
            Admitted admitted = admitted(home, request);
            audit.record(done(EnrolmentEvents.ENROLLED, context, username, request.courseId())
                    .with("role", admitted.enrolment().role()));
            if (admitted.fresh()) {
                usage.record(UsageEvent.of(UsageKind.ENROL)
                        .by(admitted.enrolment().userId())
                        .in(request.courseId())
                        .with(home));
            }
        } catch (Refused refused) {
            throw refuse(context, username, request.courseId(), refused);
        }
    }

    /** @param fresh whether the user was not in the course by this method before */
    private record Admitted(Enrolment enrolment, boolean fresh) {}

    private Admitted admitted(Wwwroot home, EnrolRequest request) {
        String username = request.user().username();
        if (username.isBlank()) {
            throw new Refused(EnrolmentFault.EMPTY_USERNAME, "no-username");
        }
        if (platform.courses().find(request.courseId()).isEmpty()) {
            throw new Refused(EnrolmentFault.COURSE_NOT_FOUND, "no-course");
        }
        Opening opening = open.to(home, request.courseId())
                .map(OpenCourses.Open::opening)
                .orElseThrow(() -> new Refused(EnrolmentFault.COURSE_UNAVAILABLE, "not-open"));
        String role = role(request, opening);
        Optional<User> known = known(home, username);
        Optional<Refusal> refusal = accounts.refusal(home, username);
        if (refusal.isPresent()) {
            throw new Refused(EnrolmentFault.COULD_NOT_ENROL, refusal.get().label());
        }
        boolean inAlready =
                known.flatMap(user -> mnet(user, request.courseId())).isPresent();
        int places = opening.places() == 0 ? Enrolments.UNLIMITED : opening.places();
        if (!inAlready && open.taken(request.courseId()) >= places) {
            throw new Refused(EnrolmentFault.COULD_NOT_ENROL, "full");
        }
        User user = known.orElseGet(() -> create(home, request.user()));
        return platform.enrolments()
                .enrolWithin(
                        places, user.id(), request.courseId(), role, Enrolment.MNET, Optional.empty(), Optional.empty())
                .map(enrolment -> new Admitted(enrolment, !inAlready))
                .orElseThrow(() -> new Refused(EnrolmentFault.COULD_NOT_ENROL, "full"));
    }

    private static String role(EnrolRequest request, Opening opening) {
        boolean bySelf = request.wish().filter(EnrolRequest.Wish::bySelf).isPresent();
        if (bySelf && !opening.selfEnrolment()) {
            throw new Refused(EnrolmentFault.COULD_NOT_ENROL, "not-by-self");
        }
        String wanted = request.wish()
                .map(EnrolRequest.Wish::role)
                .filter(role -> !role.isEmpty())
                .orElse(opening.role());
        if (!opening.roles().contains(wanted) || bySelf && !wanted.equals(opening.role())) {
            throw new Refused(EnrolmentFault.COULD_NOT_ENROL, "role");
        }
        return wanted;
    }

    private Optional<User> known(Wwwroot home, String username) {
        try {
            return accounts.find(home, username);
        } catch (PlatformException impossible) {
            throw new Refused(EnrolmentFault.COULD_NOT_CREATE_USER, "username");
        }
    }

    private User create(Wwwroot home, EnrolledUser told) {
        RoamingUser user = new RoamingUser(
                told.username(),
                told.firstname(),
                told.lastname(),
                told.email(),
                told.profile(),
                User.MNET,
                home.value(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        if (!VisitorAccounts.isComplete(user)) {
            throw new Refused(EnrolmentFault.COULD_NOT_CREATE_USER, "profile");
        }
        try {
            return accounts.create(home, user);
        } catch (PlatformException impossible) {
            throw new Refused(EnrolmentFault.COULD_NOT_CREATE_USER, "profile");
        }
    }

    void unenrol(CallContext context, UnenrolRequest request) {
        Wwwroot home = context.peer().wwwroot();
        try {
            User user = known(home, request.username())
                    .orElseThrow(() -> new Refused(EnrolmentFault.USER_NOT_FOUND, "no-user"));
            Course course = platform.courses()
                    .find(request.courseId())
                    .orElseThrow(() -> new Refused(EnrolmentFault.COURSE_NOT_FOUND, "no-course"));
            boolean isIn = mnet(user, course.id()).isPresent();
            if (!isIn && open.to(home, course.id()).isEmpty()) {
                throw new Refused(EnrolmentFault.COURSE_UNAVAILABLE, "not-open");
            }
            if (platform.enrolments().unenrol(user.id(), course.id(), Enrolment.MNET)) {
                audit.record(done(EnrolmentEvents.UNENROLLED, context, request.username(), course.id()));
                usage.record(UsageEvent.of(UsageKind.UNENROL)
                        .by(user.id())
                        .in(course.id())
                        .with(home));
            }
        } catch (Refused refused) {
            throw refuse(context, request.username(), request.courseId(), refused);
        }
    }

    /** Somebody of this site takes a visitor out of a course; the visitor's home is told. */
    void remove(User visitor, long courseId, String actor) {
        if (platform.enrolments().unenrol(visitor.id(), courseId, Enrolment.MNET)) {
            audit.record(AuditEvent.done(EnrolmentEvents.UNENROLLED, actor)
                    .peer(visitor.key().home().value())
                    .with("username", visitor.username())
                    .with("course", String.valueOf(courseId)));
            usage.record(UsageEvent.of(UsageKind.UNENROL)
                    .by(visitor.id())
                    .in(courseId)
                    .with(visitor.key().home()));
            accounts.reportCourses(visitor);
        }
    }

    private Optional<Enrolment> mnet(User user, long courseId) {
        return platform.enrolments().find(user.id(), courseId, Enrolment.MNET);
    }

    private RuntimeException refuse(CallContext context, String username, long courseId, Refused refused) {
        audit.recordSoon(AuditEvent.refused(
                        EnrolmentEvents.REFUSED, context.peer().wwwroot().value(), refused.reason)
                .peer(context.peer().wwwroot().value())
                .trace(context.traceId())
                .with("username", shortened(username))
                .with("course", String.valueOf(courseId)));
        return refused.fault.fault(refused.reason);
    }

    private static AuditEvent done(String name, CallContext context, String username, long courseId) {
        return AuditEvent.done(name, context.peer().wwwroot().value())
                .peer(context.peer().wwwroot().value())
                .trace(context.traceId())
                .with("username", username)
                .with("course", String.valueOf(courseId));
    }

    private static String shortened(String username) {
        return username.length() > 100 ? username.substring(0, 100) : username;
    }

    /** The code for the caller, the word for our audit. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final EnrolmentFault fault;
        private final String reason;

        Refused(EnrolmentFault fault, String reason) {
            super(reason, null, false, false);
            this.fault = fault;
            this.reason = reason;
        }
    }
}
