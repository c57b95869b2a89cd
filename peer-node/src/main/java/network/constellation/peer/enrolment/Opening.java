package network.constellation.peer.enrolment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;

/**
 * That a course of ours takes users of other sites, and how.
 *
 * @param peer whose users; empty for all sites with which enrolment is agreed
 * @param role short name of the role that they get
 * @param otherRoles short names of roles that their site may ask for instead
 * @param selfEnrolment whether learners may come by themselves; else only sent by their administrator
 * @param places how many users of other sites the course takes in all; 0: as many as come
 */
public record Opening(
        long courseId,
        Optional<Wwwroot> peer,
        String role,
        List<String> otherRoles,
        boolean selfEnrolment,
        int places,
        Instant changed,
        String actor) {
    public Opening {
        otherRoles = List.copyOf(otherRoles);
    }

    /** The usual one first. */
    public List<String> roles() {
        List<String> all = new ArrayList<>(List.of(role));
        otherRoles.stream().filter(other -> !other.equals(role)).forEach(all::add);
        return all;
    }
}
