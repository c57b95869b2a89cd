package network.constellation.peer.roaming;

import java.time.Duration;
import java.util.List;

/**
 * A tenant's rules for single sign-on: section {@code roaming} of the configuration.
 *
 * @param tokenLife how long a token may be presented after the jump; the originals have 30 s
 * @param sessionLife the longest that a landed session lasts without landing again: what bounds it when its home cannot
 *     be reached to end it
 * @param keepaliveEvery how often the homes of active visitors are told that they are active
 * @param sweepEvery how often sessions are ended whose user or site may no longer roam
 * @param exportFields profile fields told to every site beside username, e-mail, first and last name
 * @param importFields profile fields taken over from every site beside these four
 */
public record RoamingConfig(
        Duration tokenLife,
        Duration sessionLife,
        Duration keepaliveEvery,
        Duration sweepEvery,
        List<String> exportFields,
        List<String> importFields) {

    public RoamingConfig {
        between(tokenLife, "token-life", Duration.ofSeconds(5), Duration.ofSeconds(30));
        between(sessionLife, "session-life", Duration.ofMinutes(5), Duration.ofHours(12));
        between(keepaliveEvery, "keepalive-every", Duration.ofMinutes(1), Duration.ofHours(1));
        between(sweepEvery, "sweep-every", Duration.ofSeconds(5), Duration.ofMinutes(1));
        exportFields = ProfileFields.check(exportFields);
        importFields = ProfileFields.check(importFields);
    }

    static RoamingConfig defaults() {
        return new RoamingConfig(
                Duration.ofSeconds(30),
                Duration.ofHours(2),
                Duration.ofMinutes(10),
                Duration.ofSeconds(20),
                List.of(),
                List.of("city", "country", "lang", "timezone", "picture"));
    }

    private static void between(Duration value, String key, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "roaming." + key + " must be between " + words(least) + " and " + words(most) + ".");
        }
    }

    private static String words(Duration duration) {
        return duration.toMinutes() > 0 ? duration.toMinutes() + "m" : duration.toSeconds() + "s";
    }
}
