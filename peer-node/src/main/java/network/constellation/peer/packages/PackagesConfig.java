package network.constellation.peer.packages;

import java.time.Duration;

/**
 * What reading a package may cost: section {@code packages} of the configuration, per tenant (courses-and-certificates.md
 * 4.4.6). Counted on bytes really produced, never on what the package says of itself.
 *
 * @param members files and folders in the archive
 * @param expandedMib MiB of all members together
 * @param blobMib MiB of one file of the course
 * @param documentMib MiB of one XML document
 * @param manifestMib MiB of {@code moodle_backup.xml}
 * @param memberRatio how far one member above 1 MiB may expand
 * @param overallRatio how far all may expand together, once that is more than 1 MiB
 * @param records rows of {@code files.xml}, and activities
 * @param time for the whole
 * @param newestFormat {@code backup_version} up to which packages are read without a warning
 */
public record PackagesConfig(
        int members,
        int expandedMib,
        int blobMib,
        int documentMib,
        int manifestMib,
        int memberRatio,
        int overallRatio,
        int records,
        Duration time,
        String newestFormat) {
    private static final int MOST_DOCUMENT = 1024;

    public PackagesConfig {
        atLeastOne("members", members);
        atLeastOne("expanded-mib", expandedMib);
        atLeastOne("blob-mib", blobMib);
        atLeastOne("document-mib", documentMib);
        atLeastOne("manifest-mib", manifestMib);
        atLeastOne("member-ratio", memberRatio);
        atLeastOne("overall-ratio", overallRatio);
        atLeastOne("records", records);
        if (documentMib > MOST_DOCUMENT || manifestMib > documentMib) {
            throw new IllegalArgumentException(
                    "packages.document-mib is at most " + MOST_DOCUMENT + ", and packages.manifest-mib at most that.");
        }
        if (PackageVersion.of(newestFormat).isEmpty()) {
            throw new IllegalArgumentException("packages.newest-format is a number such as 2025100600.");
        }
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("packages.time must be longer than nothing.");
        }
    }

    public static PackagesConfig defaults() {
        return new PackagesConfig(
                200_000, 20 * 1024, 10 * 1024, 256, 64, 200, 100, 500_000, Duration.ofHours(2), "2025100600");
    }

    private static void atLeastOne(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("packages." + key + " must be at least 1.");
        }
    }
}
