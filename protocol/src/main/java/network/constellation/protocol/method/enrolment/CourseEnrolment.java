package network.constellation.protocol.method.enrolment;

/**
 * One enrolment of one of the caller's users.
 *
 * @param role short name
 * @param roleName empty for the standard roles of the originals
 * @param method {@code mnet}, {@code manual}, ...
 * @param modified Unix seconds
 */
public record CourseEnrolment(String username, String role, String roleName, String method, long modified) {}
