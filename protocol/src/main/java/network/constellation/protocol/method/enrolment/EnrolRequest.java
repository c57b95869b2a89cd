package network.constellation.protocol.method.enrolment;

import java.util.Optional;

/**
 * Somebody is to take part in a course.
 *
 * @param courseId the number at the called site
 * @param wish what only our own software asks, and only of its like; the originals know neither role nor asker
 */
public record EnrolRequest(EnrolledUser user, long courseId, Optional<Wish> wish) {

    /**
     * @param role short name; empty for the course's usual one
     * @param bySelf whether the learner asked, not an administrator of the home
     */
    public record Wish(String role, boolean bySelf) {}
}
