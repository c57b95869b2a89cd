package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.method.roaming.RemoteEnrolment;

/**
 * What other sites tell of our users' courses there. A site speaks for its own courses and for users who have been there;
 * everything else it says is dropped.
 */
@Singleton
public final class RemoteCourses {
    private static final int MOST_COURSES = 2000;
    private static final int FULLNAME = 254;
    private static final int SHORT = 255;

    private final EnrolmentStore store;
    private final Clock clock;

    @Inject
    RemoteCourses(EnrolmentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Replaces the courses of one of our users at {@code peer}; an empty list clears them. */
    synchronized void replace(long userId, Wwwroot peer, List<RemoteEnrolment> reported) {
        Set<Long> seen = new HashSet<>();
        List<EnrolledCourse> courses = new ArrayList<>();
        for (RemoteEnrolment course : reported) {
            if (courses.size() < MOST_COURSES && course.id() > 0 && seen.add(course.id())) {
                courses.add(new EnrolledCourse(
                        peer,
                        course.id(),
                        ProfileFields.clean(course.fullname(), FULLNAME),
                        ProfileFields.clean(course.shortname(), SHORT),
                        ProfileFields.clean(course.categoryName(), SHORT),
                        ProfileFields.clean(course.defaultRoleName(), SHORT),
                        course.sortOrder(),
                        date(course.startDate())));
            }
        }
        store.replace(userId, peer, courses, clock.instant());
    }

    /** One of our users takes part in a course there from now on. */
    public synchronized void enrolled(long userId, EnrolledCourse course) {
        store.add(userId, course, clock.instant());
    }

    /** One of our users has left a course there. */
    public synchronized void left(long userId, Wwwroot peer, long courseId) {
        store.remove(userId, peer, courseId);
    }

    /** Who of our users is in a course there, as far as we know. */
    public Set<Long> in(Wwwroot peer, long courseId) {
        return store.in(peer, courseId);
    }

    /** By site, in that site's order. */
    public List<EnrolledCourse> of(long userId) {
        return store.of(userId);
    }

    private static Optional<Instant> date(long unixSeconds) {
        boolean sane = unixSeconds > 0 && unixSeconds < 32_503_680_000L;
        return sane ? Optional.of(Instant.ofEpochSecond(unixSeconds)) : Optional.empty();
    }
}
