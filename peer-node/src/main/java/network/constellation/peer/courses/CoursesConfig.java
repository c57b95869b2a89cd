package network.constellation.peer.courses;

import java.time.Duration;

/**
 * Courses of the network: section {@code courses} of the configuration.
 *
 * @param largestPackageMib the largest course package that is taken, in MiB
 * @param lookEvery how often other sites are asked what they are and what they show
 * @param legacyWait how long a caller of another software is kept waiting for a course to arrive before it is answered
 *     while the work goes on; its own patience is 60 s
 * @param keepOpen how long another site may fetch a package after it was ordered
 */
public record CoursesConfig(long largestPackageMib, Duration lookEvery, Duration legacyWait, Duration keepOpen) {
    private static final long MIB = 1024 * 1024;

    public CoursesConfig {
        if (largestPackageMib < 1) {
            throw new IllegalArgumentException("courses.largest-package-mib must be at least 1.");
        }
        if (lookEvery.compareTo(Duration.ofSeconds(10)) < 0) {
            throw new IllegalArgumentException("courses.look-every must be at least 10s.");
        }
        if (legacyWait.isNegative() || legacyWait.compareTo(Duration.ofSeconds(55)) > 0) {
            throw new IllegalArgumentException("courses.legacy-wait must be at most 55s.");
        }
        if (keepOpen.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("courses.keep-open must be at least 1m.");
        }
    }

    static CoursesConfig defaults() {
        return new CoursesConfig(10 * 1024, Duration.ofMinutes(10), Duration.ofSeconds(50), Duration.ofDays(7));
    }

    long largestPackage() {
        return largestPackageMib * MIB;
    }
}
