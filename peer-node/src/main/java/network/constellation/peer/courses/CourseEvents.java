package network.constellation.peer.courses;

/** Names of this room's events in the audit. */
final class CourseEvents {
    static final String ADDED = "course.added";
    static final String PUBLISHED = "course.published";
    static final String HIDDEN = "course.hidden";
    static final String DEPLOYED = "course.deployed";
    static final String ORDERED = "course.ordered";
    static final String ALLOWED = "course.allowed";
    static final String ARRIVAL = "course.arrival";
    static final String IMPERSONATION = "course.impersonation";
    static final String REFUSED = "course.refused";
    static final String SETTINGS = "course.settings";

    static final String[] ALL = {
        ADDED, PUBLISHED, HIDDEN, DEPLOYED, ORDERED, ALLOWED, ARRIVAL, IMPERSONATION, REFUSED, SETTINGS
    };

    private CourseEvents() {}
}
