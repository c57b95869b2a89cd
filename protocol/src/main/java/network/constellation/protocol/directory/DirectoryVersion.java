package network.constellation.protocol.directory;

import java.util.Comparator;

/**
 * Which state of the network a directory tells: never the lower one again, once a higher was seen
 * (protocol-security.md 3, hubs).
 *
 * @param term of the hub that signs, from 1; a promoted standby has a higher one
 * @param sequence within the term, from 1; grows whenever an entry changes
 */
public record DirectoryVersion(int term, long sequence) implements Comparable<DirectoryVersion> {
    /** Lower than any that exists. */
    public static final DirectoryVersion NONE = new DirectoryVersion(0, 0);

    private static final Comparator<DirectoryVersion> ORDER =
            Comparator.comparingInt(DirectoryVersion::term).thenComparingLong(DirectoryVersion::sequence);

    public DirectoryVersion {
        if (term < 0 || sequence < 0) {
            throw new IllegalArgumentException("A version has no negative parts.");
        }
    }

    /**
     * What {@link #toString} gives.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static DirectoryVersion of(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("A version has a dot: " + text);
        }
        return new DirectoryVersion(Integer.parseInt(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1)));
    }

    public boolean isAfter(DirectoryVersion other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(DirectoryVersion other) {
        return ORDER.compare(this, other);
    }

    /** As people see it: term and sequence with a dot between. */
    @Override
    public String toString() {
        return term + "." + sequence;
    }
}
