package network.constellation.protocol.method.connectivity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How well it is, from well to ill. */
public enum Grade {
    GOOD,
    /** Not measured, as something before it failed, or there is nothing to measure. */
    UNKNOWN,
    /** Works today, will not for ever. */
    WARNING,
    BAD;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Grade> of(String label) {
        return Arrays.stream(values())
                .filter(grade -> grade.label().equals(label))
                .findFirst();
    }

    public boolean isTrouble() {
        return this == WARNING || this == BAD;
    }
}
