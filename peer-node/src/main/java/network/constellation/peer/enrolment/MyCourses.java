package network.constellation.peer.enrolment;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.Set;
import network.constellation.peer.platform.Course;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Scope;

/** The courses that somebody may open to other sites: those they teach, or all. */
@Singleton
final class MyCourses {
    private static final String CHANGE_COURSE = "moodle/course:update";

    private final Platform platform;
    private final OpenCourses open;

    @Inject
    MyCourses(Platform platform, OpenCourses open) {
        this.platform = platform;
        this.open = open;
    }

    /** In the order of their shelves. Whoever has the right through a category alone finds a course by its number only. */
    List<Course> of(long userId) {
        boolean all = platform.roles().can(userId, CHANGE_COURSE, Scope.site());
        Set<Long> held = all ? Set.of() : platform.roles().heldInCourses(userId).keySet();
        return platform.courses().list(false).stream()
                .filter(course -> all || held.contains(course.id()) && open.mayOpen(userId, course.id()))
                .toList();
    }
}
