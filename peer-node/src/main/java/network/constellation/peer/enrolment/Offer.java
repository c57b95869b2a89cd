package network.constellation.peer.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.method.enrolment.EnrolmentTerms;

/**
 * A course of another site that takes our users, as that site told. All texts are a stranger's: plain text here, escaped
 * wherever shown.
 *
 * @param courseId its number there
 * @param role name of the usual role; often empty, as the originals send none for the standard roles
 * @param cost as told; empty for none
 * @param terms absent from sites that do not tell them
 */
public record Offer(
        Wwwroot peer,
        long courseId,
        String fullname,
        String shortname,
        String summary,
        String category,
        String role,
        long sortOrder,
        Optional<Instant> start,
        String cost,
        Optional<EnrolmentTerms> terms) {

    /** Short names of the roles that may be asked for; empty where only the usual one is given. */
    public List<String> roles() {
        return terms.map(EnrolmentTerms::roles).orElse(List.of());
    }

    public boolean full() {
        return terms.flatMap(EnrolmentTerms::placesLeft)
                .filter(left -> left <= 0)
                .isPresent();
    }

    /** The page of the course at its site. */
    public String page() {
        return "/course/view.php?id=" + courseId;
    }
}
