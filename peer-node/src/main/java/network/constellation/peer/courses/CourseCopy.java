package network.constellation.peer.courses;

import java.time.Instant;
import network.constellation.keys.address.Wwwroot;

/**
 * A copy of a course on this site's platform, which knows what it is a copy of.
 *
 * @param orderId the order that made it
 * @param course number on the platform
 * @param source the site it was fetched from; this one where it was here already
 * @param username at {@code home}; empty for the site's administrator at the command line
 * @param visible a publication that the catalog shows; of one course at most one
 * @param complete everything of it is here
 */
public record CourseCopy(
        long id,
        String orderId,
        Kind kind,
        String uid,
        long version,
        long course,
        Wwwroot source,
        String username,
        String home,
        boolean visible,
        boolean complete,
        Instant created) {

    /** Why it was made. */
    public enum Kind {
        /** To be shown in this site's catalog. */
        PUBLISH,
        /** To be taught here. */
        DEPLOY
    }
}
