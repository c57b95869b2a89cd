package network.constellation.peer.packages;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A version of Moodle or of its package format: a decimal number written as text, such as {@code 2016120504.02}; compared
 * as a number, shown as written (CC-29).
 */
public record PackageVersion(String text) implements Comparable<PackageVersion> {
    private static final int LONGEST = 40;

    public PackageVersion {
        if (!text.matches("[0-9]+(\\.[0-9]+)?") || text.length() > LONGEST) {
            throw new IllegalArgumentException("not a version: " + PackageRefusedException.shown(text));
        }
    }

    static Optional<PackageVersion> of(String text) {
        return text.matches("[0-9]+(\\.[0-9]+)?") && text.length() <= LONGEST
                ? Optional.of(new PackageVersion(text))
                : Optional.empty();
    }

    @Override
    public int compareTo(PackageVersion other) {
        return new BigDecimal(text).compareTo(new BigDecimal(other.text));
    }

    public boolean isBefore(PackageVersion other) {
        return compareTo(other) < 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
