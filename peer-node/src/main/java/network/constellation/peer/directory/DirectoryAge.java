package network.constellation.peer.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import network.constellation.protocol.directory.DirectoryVersion;
import network.constellation.protocol.directory.SuspensionList;

/**
 * How old the directory is and how asking for it goes, for pages, command line, health and figures.
 *
 * @param version {@link DirectoryVersion#NONE} while none came
 * @param issued from when its life counts
 * @param used the share of its life that is over, in percent; over 100 when it expired
 * @param leads whether this site is the hub itself
 * @param listSequence 0 while no list came
 */
public record DirectoryAge(
        String network,
        State state,
        DirectoryVersion version,
        Instant issued,
        Instant expires,
        Duration age,
        int used,
        boolean leads,
        long listSequence,
        Optional<Instant> listIssued,
        int suspended,
        Optional<Instant> lastAttempt,
        Optional<Instant> lastSuccess,
        int failures,
        Optional<String> lastError) {

    /** At what share of its life it is spoken of (promise 8). */
    static final int[] WARNINGS = {50, 75, 90};

    /** What it is good for. */
    public enum State {
        /** No directory came yet: a hub of an earlier version, or one that was not reached. */
        NONE,
        FRESH,
        /** More than half of its life is over. */
        AGEING,
        /** Reading goes on; what changes something is refused. */
        LIST_STALE,
        /** Nothing of the network passes. */
        EXPIRED
    }

    static DirectoryAge of(Held held, boolean leads, Attempts attempts, Instant now) {
        Instant begun = held.begun();
        Duration age = Duration.between(begun, now);
        long life = Duration.between(begun, held.expires()).toMillis();
        int used = (int) Math.max(0, Math.min(1_000, 100 * age.toMillis() / Math.max(1, life)));
        return new DirectoryAge(
                held.network(),
                state(held, leads, used, now.toEpochMilli()),
                held.directory().map(directory -> directory.version()).orElse(DirectoryVersion.NONE),
                begun,
                held.expires(),
                age,
                used,
                leads,
                held.listSequence(),
                held.list().map(SuspensionList::issued),
                held.list().map(list -> list.suspended().size()).orElse(0),
                attempts.last(),
                attempts.success(),
                attempts.failures(),
                attempts.error());
    }

    private static State state(Held held, boolean leads, int used, long millis) {
        if (leads) {
            return held.directory().isPresent() ? State.FRESH : State.NONE;
        } else if (held.isExpired(millis)) {
            return State.EXPIRED;
        } else if (held.isListStale(millis)) {
            return State.LIST_STALE;
        } else if (held.directory().isEmpty()) {
            return State.NONE;
        }
        return used >= WARNINGS[0] ? State.AGEING : State.FRESH;
    }

    /** The highest share of its life, of those that are spoken of, that is over; 0 when none is. */
    int warning() {
        int reached = 0;
        for (int percent : WARNINGS) {
            reached = used >= percent ? percent : reached;
        }
        return used >= 100 ? 100 : reached;
    }

    /** What is left of its life; never negative. */
    public Duration left() {
        Duration left = Duration.between(issued.plus(age), expires);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
