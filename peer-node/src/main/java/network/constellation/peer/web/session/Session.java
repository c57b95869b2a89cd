package network.constellation.peer.web.session;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One signed-in browser.
 *
 * @param id stable name of the session, no secret: fit for logs and other tables
 * @param attributes what rooms keep with it, such as {@code user-agent}
 */
public record Session(
        String id,
        long userId,
        Origin origin,
        Instant created,
        Instant lastSeen,
        Instant expires,
        Map<String, String> attributes) {
    /** SHA-1 of the browser's {@code User-Agent} in hex, as MNet compares it. */
    public static final String USER_AGENT = "user-agent";

    public Session {
        attributes = Map.copyOf(attributes);
    }

    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }
}
