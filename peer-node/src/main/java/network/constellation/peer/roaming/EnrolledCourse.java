package network.constellation.peer.roaming;

import java.time.Instant;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;

/**
 * A course of one of our users at another site, as that site reported it. All texts are a stranger's: plain text here,
 * escaped wherever shown.
 *
 * @param courseId its number there
 */
public record EnrolledCourse(
        Wwwroot peer,
        long courseId,
        String fullname,
        String shortname,
        String category,
        String role,
        long sortOrder,
        Optional<Instant> startDate) {}
