package network.constellation.peer.learning;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import network.constellation.peer.platform.Course;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Scope;
import network.constellation.peer.web.NotFoundException;
import network.constellation.peer.web.Visitor;

/** Who may see what of a course: rights come from roles held in it or above, which enrolments give. */
@Singleton
public final class CourseAccess {
    private static final String VIEW = "moodle/course:view";
    private static final String CHANGE = "moodle/course:update";
    private static final String PARTICIPANTS = "moodle/course:viewparticipants";

    private final Platform platform;

    @Inject
    CourseAccess(Platform platform) {
        this.platform = platform;
    }

    /**
     * One visitor in one course.
     *
     * @param enters sees what is in it, not only what it is about
     * @param changes may change it, and sees what is hidden
     * @param watches sees who has done what
     */
    public record Standing(Course course, boolean enters, boolean changes, boolean watches) {}

    /** @throws NotFoundException when there is no such course, or it is hidden from this visitor */
    public Standing of(Visitor visitor, long courseId) {
        Course course = platform.courses().find(courseId).orElseThrow(NotFoundException::new);
        Scope scope = Scope.course(courseId);
        boolean changes = platform.roles().can(visitor.id(), CHANGE, scope);
        if (!course.visible() && !changes) {
            throw new NotFoundException();
        }
        return new Standing(
                course,
                changes || platform.roles().can(visitor.id(), VIEW, scope),
                changes,
                platform.roles().can(visitor.id(), PARTICIPANTS, scope));
    }

    /** As {@link #of}, for what is inside: whoever may not enter does not learn that it is there. */
    public Standing inside(Visitor visitor, long courseId, boolean visible) {
        Standing standing = of(visitor, courseId);
        if (!standing.enters() || !visible && !standing.changes()) {
            throw new NotFoundException();
        }
        return standing;
    }
}
