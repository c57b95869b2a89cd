package network.constellation.peer.roaming;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;

/**
 * A site to which somebody may want to go.
 *
 * @param refusal why not; empty: one click
 * @param silent whether it did not answer the last call; going there may still work
 * @param lastVisit empty for never
 * @param courses the person's courses there, as far as they are known by name
 * @param courseCount the person's courses there, also where only the number is known
 * @param link path at this site that leads there
 */
public record Destination(
        Wwwroot site,
        String name,
        boolean home,
        Optional<Refusal> refusal,
        boolean silent,
        Optional<Instant> lastVisit,
        List<EnrolledCourse> courses,
        long courseCount,
        String link) {

    public Destination {
        courses = List.copyOf(courses);
    }

    /** A path at this site that leads to one of these courses. */
    public String courseLink(EnrolledCourse course) {
        return JumpLinks.jump(site, "/course/view.php?id=" + course.courseId());
    }

    public boolean open() {
        return refusal.isEmpty();
    }
}
