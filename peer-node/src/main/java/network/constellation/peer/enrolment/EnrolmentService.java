package network.constellation.peer.enrolment;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.dispatch.CallContext;
import network.constellation.peer.peers.Application;
import network.constellation.peer.platform.Category;
import network.constellation.peer.platform.Course;
import network.constellation.peer.platform.Enrolment;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Role;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.enrolment.AvailableCourse;
import network.constellation.protocol.method.enrolment.CourseEnrolment;
import network.constellation.protocol.method.enrolment.CourseEnrolmentsQuery;
import network.constellation.protocol.method.enrolment.EnrolRequest;
import network.constellation.protocol.method.enrolment.EnrolmentTerms;
import network.constellation.protocol.method.enrolment.UnenrolRequest;

/** The methods of {@code mnet_enrol} (mnet-wire.md 11.2). A caller learns and changes only what concerns its own users. */
@Singleton
final class EnrolmentService {
    /** The originals keep the names of these in their language files, and send none. */
    private static final Map<String, String> STANDARD_ROLES = Map.of(
            "manager", "Manager",
            "coursecreator", "Course creator",
            "editingteacher", "Teacher",
            "teacher", "Non-editing teacher",
            "student", "Student",
            "guest", "Guest",
            "user", "Authenticated user");

    private final OpenCourses open;
    private final VisitorEnrolments enrolments;
    private final Platform platform;

    @Inject
    EnrolmentService(OpenCourses open, VisitorEnrolments enrolments, Platform platform) {
        this.open = open;
        this.enrolments = enrolments;
        this.platform = platform;
    }

    List<AvailableCourse> availableCourses(CallContext context, Nothing nothing) {
        boolean ours = context.peer().application() == Application.CONSTELLATION;
        return open.to(context.peer().wwwroot()).stream()
                .map(one -> available(one, ours))
                .toList();
    }

    private AvailableCourse available(OpenCourses.Open one, boolean withTerms) {
        Course course = one.course();
        Opening opening = one.opening();
        Optional<Category> category = platform.courses().category(course.category());
        Optional<Role> role = platform.roles().find(opening.role());
        return new AvailableCourse(
                course.id(),
                course.fullname(),
                course.shortname(),
                course.idNumber(),
                course.summary(),
                course.sortOrder(),
                course.start().map(Instant::getEpochSecond).orElse(0L),
                course.category(),
                category.map(Category::name).orElse(""),
                category.map(Category::description).orElse(""),
                "",
                "",
                role.map(Role::id).orElse(0L),
                role.map(EnrolmentService::nameOnWire).orElse(""),
                withTerms ? Optional.of(terms(opening)) : Optional.empty());
    }

    private EnrolmentTerms terms(Opening opening) {
        Optional<Long> left = opening.places() == 0
                ? Optional.empty()
                : Optional.of(Math.max(0, opening.places() - open.taken(opening.courseId())));
        return new EnrolmentTerms(opening.selfEnrolment(), opening.roles(), left);
    }

    List<Value> userEnrolments(CallContext context, Nothing nothing) {
        return List.of();
    }

    Boolean enrolUser(CallContext context, EnrolRequest request) {
        enrolments.enrol(context, request);
        return true;
    }

    Boolean unenrolUser(CallContext context, UnenrolRequest request) {
        enrolments.unenrol(context, request);
        return true;
    }

    List<CourseEnrolment> courseEnrolments(CallContext context, CourseEnrolmentsQuery query) {
        Wwwroot home = context.peer().wwwroot();
        List<CourseEnrolment> found = new ArrayList<>();
        for (Enrolment enrolment : platform.enrolments().in(query.courseId())) {
            if (query.roles().map(roles -> roles.contains(enrolment.role())).orElse(true)) {
                platform.users()
                        .find(enrolment.userId())
                        .filter(user -> user.key().home().equals(home))
                        .ifPresent(user -> found.add(told(user.username(), enrolment)));
            }
        }
        found.sort(Comparator.comparing(CourseEnrolment::modified));
        return found;
    }

    private CourseEnrolment told(String username, Enrolment enrolment) {
        return new CourseEnrolment(
                username,
                enrolment.role(),
                platform.roles()
                        .find(enrolment.role())
                        .map(EnrolmentService::nameOnWire)
                        .orElse(""),
                enrolment.method(),
                enrolment.modified().getEpochSecond());
    }

    private static String nameOnWire(Role role) {
        return role.name().equals(STANDARD_ROLES.get(role.shortname())) ? "" : role.name();
    }
}
