package network.constellation.protocol.method.enrolment;

import java.util.List;
import java.util.Optional;

/**
 * Who of the caller's users is in a course.
 *
 * @param roles short names of the roles that count; absent: all. An empty name matches nobody.
 */
public record CourseEnrolmentsQuery(long courseId, Optional<List<String>> roles) {
    public CourseEnrolmentsQuery {
        roles = roles.map(List::copyOf);
    }
}
