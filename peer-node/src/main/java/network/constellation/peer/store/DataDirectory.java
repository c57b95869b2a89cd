package network.constellation.peer.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The node's folder and what lies where in it: {@code node.mv.db} (the node's database), {@code node.lock}, {@code
 * tenants/NAME/} (one folder per tenant), {@code admin/} (the token of the loopback interface). All of it is for the
 * owner only.
 */
public record DataDirectory(Path root) {

    public Path tenants() {
        return secure(root.resolve("tenants"));
    }

    public Path nodeDatabase() {
        return root.resolve("node");
    }

    public Path lockFile() {
        return root.resolve("node.lock");
    }

    public Path admin() {
        return secure(root.resolve("admin"));
    }

    /** Makes a folder that only the owner can look into. */
    public Path secure(Path directory) {
        try {
            Files.createDirectories(directory);
            if (Files.getFileAttributeView(directory, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
            return directory;
        } catch (IOException failed) {
            throw new UncheckedIOException("The folder " + directory + " cannot be made", failed);
        }
    }
}
