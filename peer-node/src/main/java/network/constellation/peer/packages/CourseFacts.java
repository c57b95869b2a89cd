package network.constellation.peer.packages;

import java.time.Instant;
import java.util.Optional;

/**
 * What {@code course/course.xml} says of the course.
 *
 * @param idNumber empty in most packages: no identity
 * @param summary HTML of a stranger: never shown without cleaning
 * @param completion learners' progress is tracked
 */
public record CourseFacts(
        String shortname,
        String fullname,
        String idNumber,
        String summary,
        String format,
        String language,
        boolean visible,
        boolean completion,
        Optional<Instant> start,
        Optional<Instant> end,
        String category) {}
