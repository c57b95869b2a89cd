package network.constellation.keys.ring;

import java.time.Instant;

/**
 * One line of a ring's journal.
 *
 * @param generation the generation it is about
 * @param detail for people: why, where a person gave a reason; otherwise empty
 */
public record RingEvent(Instant at, Kind kind, int generation, String detail) {
    public RingEvent {
        at = Instant.ofEpochSecond(at.getEpochSecond());
    }

    /** What happened to the generation. */
    public enum Kind {
        FOUNDED,
        PREPARED,
        /** A prepared generation was given up. */
        DISCARDED,
        ACTIVATED,
        /** Replaced, and in its overlap. */
        REPLACED,
        /** The overlap is over. */
        RETIRED,
        /** Too old to be kept: the private keys are gone. */
        DROPPED,
        REVOKED
    }
}
