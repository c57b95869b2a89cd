package network.constellation.peer.platform;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Who has done what in the courses of this site. */
public interface Completion {

    /** How many of the activities that count a learner has done. */
    record Progress(int done, int counted) {
        public boolean whole() {
            return counted > 0 && done >= counted;
        }
    }

    /** A learner's account in one course. @param activities when each was done, by number of the activity */
    record Account(long user, Map<Long, Instant> activities) {
        public Account {
            activities = Map.copyOf(activities);
        }
    }

    /**
     * Marks an activity as done, or as not.
     *
     * @return false when it was so already
     * @throws PlatformException when there is no such activity, or nobody keeps account of it
     */
    boolean complete(long user, long activity, boolean done);

    /** When each activity of the course was done, by its number; what is not done is not there. */
    Map<Long, Instant> of(long user, long course);

    /** Counts the visible activities that are tracked. */
    Progress progress(long user, long course);

    /** Everybody who has done something, in the order of their numbers. */
    List<Account> accounts(long course);

    /** Completions of activities in all courses since then. */
    long countSince(Instant from);
}
