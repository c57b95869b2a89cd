package network.constellation.protocol.method.roaming;

/**
 * A course in which the user is enrolled at the service provider (mnet-wire.md 11.1, {@code update_enrolments}). Ids
 * are the service provider's; 0 where it sends none.
 *
 * @param summary HTML, untrusted
 * @param startDate Unix seconds
 */
public record RemoteEnrolment(
        long id,
        String fullname,
        String shortname,
        long sortOrder,
        String idNumber,
        String summary,
        long startDate,
        long categoryId,
        String categoryName,
        String categoryDescription,
        long defaultRoleId,
        String defaultRoleName) {}
