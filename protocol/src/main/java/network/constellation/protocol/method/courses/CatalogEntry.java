package network.constellation.protocol.method.courses;

import java.time.Instant;

/**
 * One version of a course as a catalog offers it.
 *
 * @param uid identity of the course in the whole network
 * @param version counts up from 1 for each course
 * @param origin wwwroot of the site that minted the identity
 * @param sha256 of the package, 64 hexadecimal digits
 * @param size of the package in bytes
 */
public record CatalogEntry(
        String uid, long version, String origin, String sha256, long size, Instant published, CourseSheet sheet) {
    private static final int LONGEST_UID = 100;

    public CatalogEntry {
        if (uid.isBlank() || uid.length() > LONGEST_UID || !uid.matches("[\\p{Graph}]+")) {
            throw new IllegalArgumentException("not the identity of a course: " + uid);
        }
        if (!sha256.matches("[0-9a-f]{64}") || version < 1 || size < 0) {
            throw new IllegalArgumentException("not a version of a course: " + uid + " " + version);
        }
    }
}
