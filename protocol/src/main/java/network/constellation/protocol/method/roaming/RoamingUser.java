package network.constellation.protocol.method.roaming;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an identity provider tells of a user (mnet-wire.md 11.1, {@code user_authorise}).
 *
 * @param username unique at the identity provider only
 * @param profile the other profile fields that it exports to this peer, by their name on the wire ({@code city},
 *     {@code lang}, {@code timezone}, ...); a Mahara also sends {@code confirmed}, {@code deleted}, {@code imagehash}
 * @param auth always {@code mnet} from a Moodle
 * @param wwwroot the identity provider, as it names itself; empty from a Mahara
 * @param sessionSeconds how long a session lives there
 * @param pictureModified Unix seconds of the last change of the user's picture
 * @param pictureMimeType type of the picture
 * @param hosts courses of the user by site
 */
public record RoamingUser(
        String username,
        String firstname,
        String lastname,
        String email,
        Map<String, String> profile,
        String auth,
        String wwwroot,
        Optional<Long> sessionSeconds,
        Optional<Long> pictureModified,
        Optional<String> pictureMimeType,
        List<HostCourses> hosts) {

    public RoamingUser {
        profile = Collections.unmodifiableMap(new LinkedHashMap<>(profile));
        hosts = List.copyOf(hosts);
    }
}
