package network.constellation.hub.reporting;

import java.util.Optional;

/**
 * One figure over a period.
 *
 * @param value empty when nothing is known or everything is withheld: missing is never zero. Of people, the mean of the
 *     days with one decimal; else a whole number
 */
public record Amount(Optional<Number> value, Standing standing) {
    static final Amount MISSING = new Amount(Optional.empty(), Standing.MISSING);

    /** How much of the truth a value is. */
    public enum Standing {
        /** Of all days. */
        COMPLETE,
        /** Of some days: the others are missing. */
        PARTIAL,
        /** Small counts were withheld: at least so many, or unknown. */
        WITHHELD,
        MISSING
    }
}
