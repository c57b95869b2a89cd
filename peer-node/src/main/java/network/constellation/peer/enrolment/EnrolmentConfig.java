package network.constellation.peer.enrolment;

import java.time.Duration;

/**
 * A tenant's rules for enrolling its people elsewhere: section {@code enrolment} of the configuration.
 *
 * @param refreshEvery how often other sites are asked which courses they offer
 * @param selfEnrolmentElsewhere whether our learners may enrol themselves at sites that do not say whether they want
 *     it, as the originals do not
 */
public record EnrolmentConfig(Duration refreshEvery, boolean selfEnrolmentElsewhere) {
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofDays(1);

    public EnrolmentConfig {
        if (refreshEvery.compareTo(LEAST) < 0 || refreshEvery.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("enrolment.refresh-every must be between 1m and 1d.");
        }
    }

    static EnrolmentConfig defaults() {
        return new EnrolmentConfig(Duration.ofMinutes(15), false);
    }
}
