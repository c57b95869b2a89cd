package network.constellation.protocol.method.enrolment;

import java.util.List;
import java.util.Optional;

/**
 * How a course takes users of other sites; beyond what the originals tell.
 *
 * @param selfEnrolment whether learners may come by themselves, or only sent by their administrator
 * @param roles short names of the roles that may be asked for, the usual one first
 * @param placesLeft empty for as many as come
 */
public record EnrolmentTerms(boolean selfEnrolment, List<String> roles, Optional<Long> placesLeft) {
    public EnrolmentTerms {
        roles = List.copyOf(roles);
    }
}
