package network.constellation.peer.platform;

/**
 * Where a role is held or a capability is asked for: the whole site, a category, a course.
 *
 * @param id of the category or course; 0 for the site
 */
public record Scope(Level level, long id) {

    /** From the whole to the part. */
    public enum Level {
        SITE,
        CATEGORY,
        COURSE
    }

    public static Scope site() {
        return new Scope(Level.SITE, 0);
    }

    public static Scope category(long id) {
        return new Scope(Level.CATEGORY, id);
    }

    public static Scope course(long id) {
        return new Scope(Level.COURSE, id);
    }
}
