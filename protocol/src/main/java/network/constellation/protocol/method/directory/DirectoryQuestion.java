package network.constellation.protocol.method.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.DirectoryVersion;

/**
 * What a member holds, when it asks for what is newer.
 *
 * @param held version of its directory; {@link DirectoryVersion#NONE} for the whole
 * @param issued when the header it holds was signed; 1970 when it holds none
 * @param content the header's root hash: it tells two documents of one version apart; empty when it holds none
 * @param suspensionSequence of the list it holds; 0 when none
 * @param suspensionIssued of the list it holds; 1970 when none
 * @param anchored whether it has pinned the root key; otherwise the answer carries it
 * @param software name and version, such as {@code Constellation 0.3.0}
 * @param applied what each site of the asking process has done with it
 */
public record DirectoryQuestion(
        DirectoryVersion held,
        Instant issued,
        Optional<byte[]> content,
        long suspensionSequence,
        Instant suspensionIssued,
        boolean anchored,
        String software,
        List<Applied> applied) {
    public DirectoryQuestion {
        applied = List.copyOf(applied);
    }

    /** Of a member that holds {@code directory}. */
    public static DirectoryQuestion holding(
            Directory directory,
            long suspensionSequence,
            Instant suspensionIssued,
            String software,
            List<Applied> applied) {
        return new DirectoryQuestion(
                directory.version(),
                directory.header().issued(),
                Optional.of(directory.header().rootHash()),
                suspensionSequence,
                suspensionIssued,
                true,
                software,
                applied);
    }

    /** Of a member that holds nothing yet. */
    public static DirectoryQuestion first(boolean anchored, String software) {
        return new DirectoryQuestion(
                DirectoryVersion.NONE,
                Instant.EPOCH,
                Optional.empty(),
                0,
                Instant.EPOCH,
                anchored,
                software,
                List.of());
    }
}
