package network.constellation.peer.enrolment;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.platform.Course;
import network.constellation.peer.platform.Enrolment;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Plugins;
import network.constellation.peer.platform.Scope;

/**
 * Which courses of this site take users of other sites. A course is open only when somebody who may change it opened it;
 * an opening for one site counts before one for all.
 */
@Singleton
public final class OpenCourses {
    private static final String CHANGE_COURSE = "moodle/course:update";
    private static final String ASSIGN_ROLES = "moodle/role:assign";
    /** What a teacher may give, and what only somebody who assigns roles may give; nothing above ever crosses. */
    private static final List<String> TEACHER_GIVES = List.of("student", "teacher");

    private static final List<String> ASSIGNER_GIVES = List.of("student", "teacher", "editingteacher");
    private static final int MOST_PLACES = 1_000_000;

    private final OpeningsStore store;
    private final Platform platform;
    private final Peers peers;
    private final Audit audit;
    private final Clock clock;

    @Inject
    OpenCourses(OpeningsStore store, Platform platform, Peers peers, Audit audit, Clock clock) {
        this.store = store;
        this.platform = platform;
        this.peers = peers;
        this.audit = audit;
        this.clock = clock;
    }

    /** A visible course with the opening that holds for one site. */
    public record Open(Course course, Opening opening) {}

    /** What is open to users of this site, in the order of the courses; nothing while that way of enrolling is hidden. */
    public List<Open> to(Wwwroot peer) {
        List<Open> open = new ArrayList<>();
        if (!platform.plugins().isEnabled(Plugins.ENROL, Enrolment.MNET)) {
            return open;
        }
        Set<Long> seen = new HashSet<>();
        for (Opening opening : store.reaching(peer)) {
            if (seen.add(opening.courseId())) {
                platform.courses()
                        .find(opening.courseId())
                        .filter(Course::visible)
                        .ifPresent(course -> open.add(new Open(course, opening)));
            }
        }
        open.sort(Comparator.comparing((Open one) -> one.course().sortOrder())
                .thenComparing(one -> one.course().id()));
        return open;
    }

    public Optional<Open> to(Wwwroot peer, long courseId) {
        return to(peer).stream().filter(one -> one.course().id() == courseId).findFirst();
    }

    public List<Opening> of(long courseId) {
        return store.of(courseId);
    }

    public List<Opening> all() {
        return store.all();
    }

    /** Users of other sites who are in the course through their site. */
    public long taken(long courseId) {
        return platform.enrolments().in(courseId).stream()
                .filter(enrolment -> enrolment.method().equals(Enrolment.MNET))
                .count();
    }

    /** Whether this user may open the course to other sites. */
    public boolean mayOpen(long userId, long courseId) {
        return platform.roles().can(userId, CHANGE_COURSE, Scope.course(courseId));
    }

    /** The roles that this user may give to users of other sites in the course, learners first. */
    public List<String> givable(long userId, long courseId) {
        Scope scope = Scope.course(courseId);
        List<String> all = platform.roles().can(userId, ASSIGN_ROLES, scope) ? ASSIGNER_GIVES : TEACHER_GIVES;
        return all.stream()
                .filter(role -> platform.roles().find(role).isPresent())
                .toList();
    }

    /**
     * Opens a course, or changes how it is open. {@code userId} is who does it.
     *
     * @throws EnrolmentException when that user may not, or the site, a role or the number of places cannot be
     */
    public synchronized void open(long userId, Opening wanted) {
        Course course = requireMine(userId, wanted.courseId());
        wanted.peer().ifPresent(this::requireSite);
        List<String> givable = givable(userId, course.id());
        for (String role : wanted.roles()) {
            if (!givable.contains(role)) {
                throw new EnrolmentException("role", role, String.join(", ", givable));
            }
        }
        if (wanted.places() < 0 || wanted.places() > MOST_PLACES) {
            throw new EnrolmentException("places", MOST_PLACES);
        }
        String actor = actor(userId);
        Opening opening = new Opening(
                course.id(),
                wanted.peer(),
                wanted.role(),
                wanted.otherRoles(),
                wanted.selfEnrolment(),
                wanted.places(),
                clock.instant(),
                actor);
        store.inTransaction(handle -> {
            store.save(handle, opening);
            audit.record(
                    handle,
                    event(EnrolmentEvents.OPENED, actor, course.id(), opening.peer())
                            .with("roles", String.join(",", opening.roles()))
                            .with("self", String.valueOf(opening.selfEnrolment())));
        });
    }

    /** Nobody comes any more; who is in the course stays. @throws EnrolmentException when that user may not */
    public void close(long userId, long courseId, Optional<Wwwroot> peer) {
        requireMine(userId, courseId);
        String actor = actor(userId);
        store.inTransaction(handle -> {
            if (store.delete(handle, courseId, peer) > 0) {
                audit.record(handle, event(EnrolmentEvents.CLOSED, actor, courseId, peer));
            }
        });
    }

    private Course requireMine(long userId, long courseId) {
        return platform.courses()
                .find(courseId)
                .filter(course -> mayOpen(userId, course.id()))
                .orElseThrow(() -> new EnrolmentException("not-yours"));
    }

    private void requireSite(Wwwroot site) {
        if (peers.find(site).filter(Peer::isApproved).isEmpty()) {
            throw new EnrolmentException("site", site.value());
        }
    }

    private String actor(long userId) {
        return platform.users().find(userId).orElseThrow().username();
    }

    private static AuditEvent event(String name, String actor, long courseId, Optional<Wwwroot> peer) {
        AuditEvent event = AuditEvent.done(name, actor).with("course", String.valueOf(courseId));
        return peer.map(site -> event.peer(site.value())).orElse(event.with("sites", "all"));
    }
}
