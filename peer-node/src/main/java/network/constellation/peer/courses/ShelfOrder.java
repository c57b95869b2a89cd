package network.constellation.peer.courses;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import network.constellation.keys.address.Wwwroot;

/**
 * An order as this site keeps it.
 *
 * @param direction IN: a course comes here; OUT: the peer may fetch a package of ours
 * @param peer the other site; this one for an order within the site
 * @param version 0 while unknown
 * @param sha256 of the package; empty while unknown, as with older peers
 * @param holderCourse number of the course at whoever holds the package
 * @param category wished at the receiver; 0 for its own choice
 * @param replacing a fresh copy where this version is there already
 * @param note why it failed, or what is to be known
 * @param course number at the receiver, 0 for none yet
 */
public record ShelfOrder(
        String id,
        Direction direction,
        CourseCopy.Kind kind,
        Road road,
        Wwwroot peer,
        Course course,
        long holderCourse,
        Asker asker,
        long category,
        boolean replacing,
        State state,
        String note,
        long copyCourse,
        String url,
        Optional<UUID> job,
        Instant created,
        Instant changed) {

    /** Which way the course goes. */
    public enum Direction {
        IN,
        OUT
    }

    /** By which calls it goes. */
    public enum Road {
        /** Our own. */
        OWN,
        /** The receiver of our own kind asked for it. */
        ASKED,
        /** The originals'. */
        ORIGINAL
    }

    /** Where it stands; the last three are ends. */
    public enum State {
        OPEN,
        DONE,
        FAILED,
        REFUSED;

        boolean isEnd() {
            return this != OPEN;
        }
    }

    /** Which course; {@code title} for people. */
    public record Course(String uid, long version, String origin, String sha256, long size, String title) {}

    /** On whose behalf. @param username empty for the site's administrator at the command line */
    public record Asker(String username, String home) {
        static Asker nobody() {
            return new Asker("", "");
        }

        boolean isNobody() {
            return username.isEmpty();
        }

        @Override
        public String toString() {
            return username.isEmpty() ? "command line" : username + " of " + home;
        }
    }

    /** One that begins now. */
    static ShelfOrder open(
            String id,
            Direction direction,
            CourseCopy.Kind kind,
            Road road,
            Wwwroot peer,
            Course course,
            long holderCourse,
            Asker asker,
            long category,
            boolean replacing,
            Instant now) {
        return new ShelfOrder(
                id,
                direction,
                kind,
                road,
                peer,
                course,
                holderCourse,
                asker,
                category,
                replacing,
                State.OPEN,
                "",
                0,
                "",
                Optional.empty(),
                now,
                now);
    }

    boolean isWithin(Wwwroot self) {
        return peer.equals(self);
    }
}
