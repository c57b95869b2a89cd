package network.constellation.peer.platform;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who takes part in which course. An enrolment gives its role in the course while it lasts; a role that was assigned by
 * hand is neither taken nor given by it. Every change is one transaction with the role assignment.
 */
public interface Enrolments {
    /** Of places in a course: as many as come. */
    int UNLIMITED = Integer.MAX_VALUE;

    /**
     * Enrols, or changes the enrolment of this user by this method.
     *
     * @throws PlatformException for an unknown user, course or role, or an end before the start
     */
    Enrolment enrol(
            long userId,
            long courseId,
            String roleShortname,
            String method,
            Optional<Instant> start,
            Optional<Instant> end);

    /**
     * As {@link #enrol}, when at most {@code places} users are then in the course by this method.
     *
     * @return empty when the course is full for it, and nothing was changed
     */
    Optional<Enrolment> enrolWithin(
            int places,
            long userId,
            long courseId,
            String roleShortname,
            String method,
            Optional<Instant> start,
            Optional<Instant> end);

    /** @return whether the user was enrolled by this method */
    boolean unenrol(long userId, long courseId, String method);

    Optional<Enrolment> find(long userId, long courseId, String method);

    /** In the order in which they came. */
    List<Enrolment> of(long userId);

    /** In the order in which they came. */
    List<Enrolment> in(long courseId);

    /**
     * Gives and takes the roles of enrolments that began or ended since they were made; somebody calls it now and then.
     *
     * @return how many enrolments were behind
     */
    int settle();
}
