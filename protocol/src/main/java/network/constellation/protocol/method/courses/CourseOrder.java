package network.constellation.protocol.method.courses;

import java.util.Optional;

/**
 * An order about one course between two of our own peers, idempotent on its number.
 *
 * @param order a number nobody can guess, made by whoever orders
 * @param kind {@link #PUBLISH} or {@link #DEPLOY}
 * @param user on whose behalf; empty parts for the site's own administrator at the command line
 * @param uid of the course
 * @param version 0 for the newest visible one
 * @param entry what the holder offers; absent when the receiver asks for it
 * @param holderCourse number of the course at the holder
 * @param category number of a category at the receiver; empty for its own choice
 * @param replace a fresh copy where the version is there already
 * @param dryRun nothing is done, only told what would be
 */
public record CourseOrder(
        String order,
        String kind,
        CallingUser user,
        String uid,
        long version,
        Optional<CatalogEntry> entry,
        long holderCourse,
        String category,
        boolean replace,
        boolean dryRun) {
    public static final String PUBLISH = "publish";
    public static final String DEPLOY = "deploy";

    public CourseOrder {
        if (!order.matches("[0-9A-Za-z-]{16,64}")) {
            throw new IllegalArgumentException("not the number of an order: " + order);
        }
    }
}
