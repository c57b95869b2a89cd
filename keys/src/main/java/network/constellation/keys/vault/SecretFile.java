package network.constellation.keys.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A small secret that stays in a file which nobody but its owner may read, such as a key that is kept offline. */
public final class SecretFile {
    private SecretFile() {}

    /**
     * Creates the file, whole and durable.
     *
     * @return false when there is one already, which stays as it is
     */
    public static boolean create(Path file, byte[] content) {
        try {
            OwnerOnly.directory(DurableFile.directoryOf(file));
            DurableFile.create(file, content);
            return true;
        } catch (FileAlreadyExistsException known) {
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException("The file " + file + " could not be made.", failed);
        }
    }

    /**
     * The content; empty when there is no such file.
     *
     * @throws VaultRefusedException when others than its owner may read it
     */
    public static Optional<byte[]> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(DurableFile.read(file));
        } catch (IOException failed) {
            throw new UncheckedIOException("The file " + file + " could not be read.", failed);
        }
    }
}
