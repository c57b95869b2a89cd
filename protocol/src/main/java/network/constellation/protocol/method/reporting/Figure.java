package network.constellation.protocol.method.reporting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is counted. The labels go over the wire and into stored reports: they stay as they are. */
public enum Figure {
    /** Accounts whose home is the site, at the end of the day. */
    USERS(Sort.STOCK),
    /** Accounts of visitors from other sites. */
    VISITOR_ACCOUNTS(Sort.STOCK),
    /** Different people of the site's own who did anything on the day. */
    ACTIVE_USERS(Sort.PEOPLE),
    /** Different people of the site's own who did anything in the 30 days that end with the day. */
    ACTIVE_WITHIN_MONTH(Sort.STOCK),
    /** Different visitors who did anything on the day. */
    VISITORS(Sort.PEOPLE),
    LOGINS(Sort.FLOW),
    /** Arrivals of the site's own people elsewhere, by site. */
    ROAMED_TO(Sort.FLOW, Key.SITE),
    /** Arrivals here from elsewhere, by site. */
    ROAMED_FROM(Sort.FLOW, Key.SITE),
    COURSES(Sort.STOCK),
    /** Courses that came from another site's course. */
    COURSE_COPIES(Sort.STOCK),
    COURSE_VIEWS(Sort.FLOW),
    PUBLISHED(Sort.FLOW),
    DEPLOYED(Sort.FLOW),
    /** Enrolments that stand. */
    ENROLLED(Sort.STOCK),
    ENROLMENTS(Sort.FLOW),
    UNENROLMENTS(Sort.FLOW),
    COMPLETIONS(Sort.FLOW),
    DOWNLOADS(Sort.FLOW),
    FILES(Sort.STOCK),
    FILE_BYTES(Sort.STOCK),
    /** Events of any kind, by hour of the site's day. */
    ACTIVITY(Sort.FLOW, Key.HOUR);

    private final Sort sort;
    private final Key key;

    Figure(Sort sort) {
        this(sort, Key.NONE);
    }

    Figure(Sort sort, Key key) {
        this.sort = sort;
        this.key = key;
    }

    /** How the figures of several days belong together. */
    public enum Sort {
        /** So many happened: days add up. */
        FLOW,
        /** So many different people: days do not add up, their mean says something. */
        PEOPLE,
        /** So many are there: the last day counts. */
        STOCK
    }

    /** By what a figure is told apart. */
    public enum Key {
        NONE,
        /** 0 to 23. */
        HOUR,
        /** Address of another site. */
        SITE
    }

    public Sort sort() {
        return sort;
    }

    public Key key() {
        return key;
    }

    /** Such as {@code active-users}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Figure> of(String label) {
        return Arrays.stream(values())
                .filter(figure -> figure.label().equals(label))
                .findFirst();
    }
}
