package network.constellation.keys.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A small secret file that is replaced whole or not at all. At every moment of a replacement, also one that the power
 * cut ends, the old or the new content can be read under the file's own name or that of its predecessor.
 */
final class DurableFile {
    private static final int MAX_LENGTH = 16 << 20;

    private final Path file;
    private final Path fresh;
    private final Path previous;

    DurableFile(Path file) {
        this.file = file;
        this.fresh = file.resolveSibling(file.getFileName() + ".new");
        this.previous = file.resolveSibling(file.getFileName() + ".previous");
    }

    Path path() {
        return file;
    }

    boolean exists() {
        return !candidates().isEmpty();
    }

    /** What may be the content, best first: the file, then the predecessor that an interrupted replacement left. */
    List<Path> candidates() {
        return Stream.of(file, previous).filter(Files::exists).toList();
    }

    static byte[] read(Path candidate) throws IOException {
        OwnerOnly.checkFile(candidate);
        if (Files.size(candidate) > MAX_LENGTH) {
            throw new VaultRefusedException(candidate + " is far too large to be a file of this vault.");
        }
        return Files.readAllBytes(candidate);
    }

    void replace(byte[] content) throws IOException {
        Path directory = directoryOf(file);
        Files.deleteIfExists(fresh);
        write(fresh, StandardOpenOption.CREATE_NEW, content, directory);
        keepPrevious();
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(directory);
        if (!Arrays.equals(Files.readAllBytes(file), content)) {
            throw new IOException(file + " does not hold what was written to it");
        }
        // Only now: what the old file held, destroyed keys among it, must not stay longer than needed.
        Files.deleteIfExists(previous);
        sync(directory);
    }

    /** Creates the file, whole at once; fails when it exists, so that two processes cannot both believe in theirs. */
    static void create(Path file, byte[] content) throws IOException {
        Path directory = directoryOf(file);
        Path fresh = Files.createTempFile(directory, file.getFileName() + ".", ".new", OwnerOnly.onCreate(directory));
        try {
            write(fresh, StandardOpenOption.TRUNCATE_EXISTING, content, directory);
            Files.createLink(file, fresh);
        } catch (UnsupportedOperationException noLinks) {
            Files.copy(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
        sync(directory);
    }

    private static void write(Path file, StandardOpenOption how, byte[] content, Path directory) throws IOException {
        try (FileChannel out =
                FileChannel.open(file, EnumSet.of(how, StandardOpenOption.WRITE), OwnerOnly.onCreate(directory))) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    private void keepPrevious() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        Files.deleteIfExists(previous);
        try {
            Files.createLink(previous, file);
        } catch (UnsupportedOperationException | IOException noLinks) {
            Files.copy(file, previous, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    static Path directoryOf(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IOException(file + " has no directory");
        }
        return directory;
    }

    /** Makes names durable too; file systems that cannot open directories do this by themselves. */
    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, Set.of(StandardOpenOption.READ))) {
            channel.force(true);
        } catch (AccessDeniedException notPossibleHere) {
            // Windows.
        }
    }
}
