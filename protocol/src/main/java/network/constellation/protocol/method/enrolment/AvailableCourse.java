package network.constellation.protocol.method.enrolment;

import java.util.Optional;

/**
 * A course that its site opened to the caller. The texts are the answering site's; 0 and empty where it tells nothing.
 *
 * @param summary HTML, untrusted
 * @param startDate Unix seconds
 * @param defaultRoleName empty for the standard roles of the originals, whose names each site has in its own language
 * @param terms what only our own software tells, and only to its like
 */
public record AvailableCourse(
        long remoteId,
        String fullname,
        String shortname,
        String idNumber,
        String summary,
        long sortOrder,
        long startDate,
        long categoryId,
        String categoryName,
        String categoryDescription,
        String cost,
        String currency,
        long defaultRoleId,
        String defaultRoleName,
        Optional<EnrolmentTerms> terms) {}
