package network.constellation.peer.courses;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.courses.Callers.CallerRefused;
import network.constellation.peer.dispatch.CallContext;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.platform.Category;
import network.constellation.peer.platform.Course;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Scope;
import network.constellation.peer.platform.User;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.courses.CallingUser;
import network.constellation.protocol.method.courses.CourseQuestion;
import network.constellation.protocol.method.courses.PublishflowMethods;
import network.constellation.protocol.method.courses.SessionsQuestion;
import network.constellation.protocol.method.status.StatusAnswer;

/** Which copies of a course there are, here or at a site that is asked on behalf of the caller. */
@Singleton
final class LegacySessions {
    /** Setting of the originals: who may see the copies of a course. */
    private static final String OPENNESS = "publicsessions";

    private final Platform platform;
    private final CourseSettings settings;
    private final CourseRights rights;
    private final Callers callers;
    private final Peers peers;
    private final PeerClient client;
    private final Wwwroot self;

    @Inject
    LegacySessions(
            Platform platform,
            CourseSettings settings,
            CourseRights rights,
            Callers callers,
            Peers peers,
            PeerClient client,
            Wwwroot self) {
        this.platform = platform;
        this.settings = settings;
        this.rights = rights;
        this.callers = callers;
        this.peers = peers;
        this.client = client;
        this.self = self;
    }

    /** Known people only, unless the site says that anybody may see them; hidden copies only to those who may. */
    StatusAnswer list(CallContext context, SessionsQuestion question) {
        Optional<User> person;
        try {
            person = Optional.of(callers.account(context, question.user()));
        } catch (CallerRefused unknown) {
            boolean open = settings.get(OPENNESS).orElse("private").matches("1|2|publicwrite|publicread");
            if (!open || !question.user().site().equals(context.peer().wwwroot().value())) {
                throw unknown;
            }
            person = Optional.empty();
        }
        List<Course> all = platform.courses().list(false).stream()
                .filter(course ->
                        !question.idNumber().isBlank() && course.idNumber().equals(question.idNumber()))
                .toList();
        List<Value> sessions = new ArrayList<>();
        for (Course course : all) {
            boolean may = person.filter(
                            user -> platform.roles().can(user.id(), "moodle/course:view", Scope.course(course.id())))
                    .isPresent();
            if (isVisible(course) || may) {
                sessions.add(session(course, may));
            }
        }
        return StatusAnswer.success()
                .with("sessions", Value.array(sessions))
                .with("allsessionscount", all.size())
                .with("candeploy", may(person, CourseRights.DEPLOY))
                .with("canpublish", may(person, CourseRights.PUBLISH))
                .with("username", question.user().username())
                .with("remoteuserhostroot", question.user().home());
    }

    private long may(Optional<User> person, String capability) {
        return person.filter(user -> rights.anywhere(user, capability)).isPresent() ? 1 : 0;
    }

    private Value session(Course course, boolean may) {
        Map<String, Value> session = new LinkedHashMap<>();
        session.put("id", Value.of(course.id()));
        session.put("shortname", Value.of(course.shortname()));
        session.put("fullname", Value.of(course.fullname()));
        session.put(
                "startdate",
                Value.of(course.start().map(start -> start.getEpochSecond()).orElse(0L)));
        session.put("visible", Value.of(isVisible(course) ? 1 : 0));
        session.put("noaccess", Value.of(may || isVisible(course) ? 0 : 1));
        return new Value.Struct(session);
    }

    /** Here, or at the site that is named. */
    StatusAnswer exists(CallContext context, CourseQuestion question) {
        if (!question.whereRoot().isEmpty() && !question.whereRoot().equals(self.value())) {
            callers.withRight(context, question.user(), CourseRights.DEPLOY);
            return relayed(question);
        }
        callers.withRight(context, question.user(), CourseRights.DEPLOY);
        Optional<Course> course = PublishflowService.find(platform, question.idField(), question.identifier());
        if (course.isEmpty()) {
            return StatusAnswer.refused(StatusAnswer.FAILURE_RECORD, "There is no such course here.");
        }
        return StatusAnswer.success()
                .with("message", "The course exists.")
                .with("visible", isVisible(course.get()) ? 1 : 0);
    }

    private StatusAnswer relayed(CourseQuestion question) {
        Optional<Peer> peer = peers.find(question.whereRoot()).filter(Peer::isApproved);
        if (peer.isEmpty()) {
            return StatusAnswer.refused(
                    StatusAnswer.FAILURE_RECORD, "The site that whereroot names is not known here.");
        }
        CallingUser user = question.user();
        try {
            return client.call(
                    peer.get(),
                    PublishflowMethods.standard().courseExists(),
                    new CourseQuestion(
                            new CallingUser(user.username(), user.home(), self.value()),
                            question.idField(),
                            question.identifier(),
                            "",
                            "",
                            Optional.empty(),
                            true));
        } catch (Fault fault) {
            return StatusAnswer.refused(StatusAnswer.FAILURE, "That site answered with fault " + fault.code() + ".");
        } catch (UnreachableException unreachable) {
            return StatusAnswer.refused(StatusAnswer.FAILURE, "That site does not answer.");
        }
    }

    private boolean isVisible(Course course) {
        boolean visible = course.visible();
        Optional<Category> shelf = platform.courses().category(course.category());
        for (int depth = 0; visible && shelf.isPresent() && depth < 50; depth++) {
            visible = shelf.get().visible();
            shelf = shelf.get().parent() == 0
                    ? Optional.empty()
                    : platform.courses().category(shelf.get().parent());
        }
        return visible;
    }
}
