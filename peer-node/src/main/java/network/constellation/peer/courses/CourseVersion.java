package network.constellation.peer.courses;

import java.time.Instant;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.files.ContentHash;
import network.constellation.protocol.method.courses.CatalogEntry;
import network.constellation.protocol.method.courses.CourseSheet;

/**
 * One version of a course whose package this site holds.
 *
 * @param id number on this site
 * @param uid identity of the course in the network
 * @param version counts up from 1
 * @param origin the site that minted the identity
 * @param source the site that brought the course here; this one for its own
 * @param madeBy who brought it
 */
public record CourseVersion(
        long id,
        String uid,
        long version,
        Wwwroot origin,
        Wwwroot source,
        ContentHash hash,
        long size,
        CourseSheet sheet,
        Instant made,
        String madeBy) {
    /** Above the numbers that courses of a platform have, and within 32 bits, which is what older peers can say. */
    private static final long HOLDER_NUMBERS = 1_000_000_000L;

    /** As a catalog offers it. */
    public CatalogEntry entry() {
        return new CatalogEntry(uid, version, origin.value(), hash.hex(), size, made, sheet);
    }

    /** The number by which other sites ask for the package. */
    long holderCourse() {
        return HOLDER_NUMBERS + id;
    }
}
