package network.constellation.peer.roaming;

import java.time.Instant;
import network.constellation.keys.address.Wwwroot;

/**
 * A user of another site who is here, in one browser (mnet-wire.md 11.1, step 8).
 *
 * @param sessionId the session here
 * @param userId the account here
 * @param username the name at home
 * @param peer the home
 * @param userAgentHash lower-case hex SHA-1 of the browser's User-Agent header
 * @param expires when it ends at the latest, whatever the home says
 */
public record LandedSession(
        String sessionId,
        long userId,
        String username,
        Wwwroot peer,
        String userAgentHash,
        Instant landed,
        Instant expires) {}
