package network.constellation.peer.health;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import network.constellation.peer.store.DataDirectory;

/** There is room on the disk, and the data is for its owner only. */
final class DiskCheck implements HealthCheck {
    private static final long MIB = 1024 * 1024;
    private static final long TOO_LITTLE = 100 * MIB;
    private static final long LITTLE = 1024 * MIB;

    private final DataDirectory data;

    @Inject
    DiskCheck(DataDirectory data) {
        this.data = data;
    }

    @Override
    public boolean gatesReadiness() {
        return true;
    }

    @Override
    public List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        try {
            findings.add(space(Files.getFileStore(data.root()).getUsableSpace()));
            findings.add(permissions(data.root()));
        } catch (IOException failed) {
            findings.add(Finding.bad(
                    "disk", "The data folder cannot be read: " + failed.getMessage(), "Mount it, or mend its rights."));
        }
        return findings;
    }

    private static Finding space(long free) {
        String sentence = free / MIB + " MiB are free for data.";
        if (free < TOO_LITTLE) {
            return Finding.bad("disk", sentence, "Free some space at once: below 100 MiB nothing is accepted.");
        }
        return free < LITTLE
                ? Finding.warning("disk", sentence, "Free some space soon: below 100 MiB nothing is accepted.")
                : Finding.good("disk", sentence);
    }

    private static Finding permissions(Path root) throws IOException {
        if (Files.getFileAttributeView(root, PosixFileAttributeView.class) == null) {
            return Finding.good("data folder", "The file system knows no owners.");
        }
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(root));
        return mode.endsWith("------")
                ? Finding.good("data folder", root + " is for its owner only.")
                : Finding.bad("data folder", root + " is open to others (" + mode + ").", "chmod 700 " + root);
    }
}
