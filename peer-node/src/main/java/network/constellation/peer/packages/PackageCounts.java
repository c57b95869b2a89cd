package network.constellation.peer.packages;

/**
 * Figures of a package, counted on what was really read.
 *
 * @param entries files among the members
 * @param uncompressed bytes of all members
 * @param fileRecords rows of {@code files.xml}, folders included
 * @param fileRecordsNonDirectory without folders
 * @param blobEntries members below {@code files/}
 * @param blobsMissing rows whose content was left out on purpose ({@code include_files} 0); otherwise the package is refused
 * @param userRecords persons in {@code users.xml}
 */
public record PackageCounts(
        long entries,
        long uncompressed,
        long fileRecords,
        long fileRecordsNonDirectory,
        long blobEntries,
        long blobsMissing,
        boolean hasIndex,
        boolean hasUsers,
        long userRecords) {}
