package network.constellation.protocol.method.enrolment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The user to be enrolled, as the home tells of them.
 *
 * @param username empty when the caller named nobody, which is fault 5021
 * @param profile further fields of the profile by name
 */
public record EnrolledUser(
        String username, String firstname, String lastname, String email, Map<String, String> profile) {
    public EnrolledUser {
        profile = Collections.unmodifiableMap(new LinkedHashMap<>(profile));
    }
}
