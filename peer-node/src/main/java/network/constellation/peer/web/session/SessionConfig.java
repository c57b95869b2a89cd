package network.constellation.peer.web.session;

import java.time.Duration;

/**
 * How long a sign-in lasts ({@code sessions.}).
 *
 * @param idle unused for this long, a session ends
 * @param life it ends at the latest after this, used or not
 */
public record SessionConfig(Duration idle, Duration life) {

    public static SessionConfig defaults() {
        return new SessionConfig(Duration.ofHours(2), Duration.ofHours(12));
    }
}
