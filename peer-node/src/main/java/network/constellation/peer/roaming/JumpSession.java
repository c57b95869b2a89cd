package network.constellation.peer.roaming;

import java.time.Instant;
import network.constellation.keys.address.Wwwroot;

/**
 * One of our users at another site, in one browser (mnet-wire.md 11.1, step 2).
 *
 * @param userAgentHash lower-case hex SHA-1 of the browser's User-Agent header
 * @param confirmUntil until when the token may be presented
 * @param confirmed whether that site has asked who it is: the user really landed
 * @param expires when we forget about it, unless the site keeps it alive
 * @param sessionId the user's session here
 */
public record JumpSession(
        long userId,
        String username,
        Wwwroot peer,
        String userAgentHash,
        Instant confirmUntil,
        boolean confirmed,
        Instant started,
        Instant expires,
        String sessionId) {}
