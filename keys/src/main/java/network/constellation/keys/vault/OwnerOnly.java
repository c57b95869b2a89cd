package network.constellation.keys.vault;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that nobody but their owner may touch, on file systems that know owners. */
final class OwnerOnly {
    private static final Set<PosixFilePermission> OTHERS_ANY = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);
    private static final Set<PosixFilePermission> OTHERS_WRITE =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private OwnerOnly() {}

    /** What to give to the creation of a file, so that it is never open to others, not even for a moment. */
    static FileAttribute<?>[] onCreate(Path near) throws IOException {
        return isPosix(near)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Makes the directory where it is missing, for its owner only. */
    static void directory(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = directory.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            if (parent != null && isPosix(parent)) {
                Files.createDirectory(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectory(directory);
            }
        } catch (FileAlreadyExistsException madeMeanwhile) {
            if (!Files.isDirectory(directory)) {
                throw madeMeanwhile;
            }
        }
    }

    /** Refuses a secret file that others may read or write. */
    static void checkFile(Path file) throws IOException {
        check(file, OTHERS_ANY, "600", "may be read or written by others than its owner");
    }

    /** Refuses a directory in which others may exchange files. */
    static void checkDirectory(Path directory) throws IOException {
        check(directory, OTHERS_WRITE, "700", "may be written by others than its owner");
    }

    private static void check(Path path, Set<PosixFilePermission> unwanted, String mode, String what)
            throws IOException {
        if (!isPosix(path)) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        if (permissions.stream().anyMatch(unwanted::contains)) {
            throw new VaultRefusedException(path + " holds private keys and " + what + " ("
                    + PosixFilePermissions.toString(permissions) + "): set it right with chmod " + mode + " " + path
                    + ", and rotate the keys if somebody may have read them.");
        }
    }

    private static boolean isPosix(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }
}
