package network.constellation.peer.enrolment;

import java.time.Instant;

/**
 * One line of how a course is open.
 *
 * @param site its address; empty for all sites
 * @param places 0: as many as come
 */
public record OpeningView(String site, String name, String roles, boolean selfEnrolment, int places) {

    /** Somebody of another site who is in the course. @param home name of that site */
    public record Visitor(long id, String name, String home, String role, Instant since) {}
}
