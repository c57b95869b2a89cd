package network.constellation.peer.files;

import com.google.common.hash.Hashing;
import com.google.common.hash.HashingInputStream;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import network.constellation.peer.store.DataDirectory;
import network.constellation.peer.tenant.Tenant;
import network.constellation.peer.tenant.TenantListener;

/**
 * The tenant's large files in {@code files/ab/cd/HASH}. A content is written aside, forced to the disk, and only then
 * given its name in one step; so what has a name is whole. Contents never change.
 */
@Singleton
public final class ContentStore implements TenantListener {
    private static final int PIECE = 64 * 1024;

    private final Path root;
    private final Path incoming;

    @Inject
    ContentStore(Tenant tenant, DataDirectory data) {
        this.root = data.secure(tenant.directory().resolve("files"));
        this.incoming = data.secure(root.resolve("incoming"));
    }

    /**
     * Takes a content of at most {@code limit} bytes, reading it once.
     *
     * @throws ContentRefusedException when it is larger
     */
    public StoredContent put(InputStream content, long limit) throws IOException {
        return put(content, limit, Optional.empty());
    }

    /** As {@link #put(InputStream, long)}, and refuses a content that is not the announced one. */
    public StoredContent put(InputStream content, long limit, ContentHash announced) throws IOException {
        return put(content, limit, Optional.of(announced));
    }

    private StoredContent put(InputStream content, long limit, Optional<ContentHash> announced) throws IOException {
        Path aside = Files.createTempFile(incoming, "content", ".part");
        try {
            StoredContent taken = write(content, limit, aside);
            if (announced.isPresent() && !announced.get().equals(taken.hash())) {
                throw new ContentRefusedException("The content has the hash " + taken.hash() + ", announced was "
                        + announced.get() + ": it was damaged or exchanged on its way.");
            }
            name(aside, path(taken.hash()));
            return taken;
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /**
     * Takes over a whole file that was put together elsewhere in the tenant's folder.
     *
     * @throws ContentRefusedException when it is not the announced content; it is deleted then
     */
    public StoredContent adopt(Path aside, ContentHash announced) throws IOException {
        ContentHash hash;
        try (HashingInputStream in = new HashingInputStream(Hashing.sha256(), Files.newInputStream(aside))) {
            in.transferTo(OutputStream.nullOutputStream());
            hash = new ContentHash(in.hash().toString());
        }
        if (!hash.equals(announced)) {
            Files.delete(aside);
            throw new ContentRefusedException("The content has the hash " + hash + ", announced was " + announced
                    + ": it was damaged or exchanged on its way.");
        }
        try (FileChannel written = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        long size = Files.size(aside);
        name(aside, path(hash));
        Files.deleteIfExists(aside);
        return new StoredContent(hash, size);
    }

    private static StoredContent write(InputStream content, long limit, Path aside) throws IOException {
        HashingInputStream digested = new HashingInputStream(Hashing.sha256(), content);
        long size = 0;
        byte[] piece = new byte[PIECE];
        try (FileChannel out = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            for (int read = digested.read(piece); read >= 0; read = digested.read(piece)) {
                size += read;
                if (size > limit) {
                    throw new ContentRefusedException("The content is larger than " + limit + " bytes.");
                }
                ByteBuffer bytes = ByteBuffer.wrap(piece, 0, read);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
        return new StoredContent(new ContentHash(digested.hash().toString()), size);
    }

    private static void name(Path aside, Path named) throws IOException {
        Path folder = java.util.Objects.requireNonNull(named.getParent());
        Files.createDirectories(folder);
        if (Files.exists(named)) {
            return;
        }
        if (Files.getFileAttributeView(aside, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rw-------"));
        }
        try {
            Files.move(aside, named, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException theSame) {
            return;
        }
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException notPossibleHere) {
            // Some file systems open no folders, and make names durable by themselves.
        }
    }

    public boolean has(ContentHash hash) {
        return Files.exists(path(hash));
    }

    /** The size in bytes; empty when it is not here. */
    public Optional<Long> size(ContentHash hash) throws IOException {
        try {
            return Optional.of(Files.size(path(hash)));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
    }

    /** @throws NoSuchFileException when it is not here */
    public InputStream open(ContentHash hash) throws IOException {
        return Files.newInputStream(path(hash));
    }

    /** Where the content lies, for a server that sends files itself; never to be written. */
    public Path path(ContentHash hash) {
        String hex = hash.hex();
        return root.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
    }

    /** Whether the content on the disk still has its hash. */
    public boolean verify(ContentHash hash) throws IOException {
        try (HashingInputStream in = new HashingInputStream(Hashing.sha256(), open(hash))) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.hash().toString().equals(hash.hex());
        }
    }

    /** For what nothing refers to any more. @return false when it was not here */
    public boolean delete(ContentHash hash) throws IOException {
        return Files.deleteIfExists(path(hash));
    }

    /** All contents, in no order. */
    public void each(Consumer<ContentHash> consumer) {
        try (Stream<Path> files = Files.walk(root, 3)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.matches("[0-9a-f]{64}"))
                    .forEach(name -> consumer.accept(new ContentHash(name)));
        } catch (IOException failed) {
            throw new UncheckedIOException("The files in " + root + " cannot be listed", failed);
        }
    }

    /** Removes what a killed process had not finished. */
    @Override
    public void opened() {
        try (Stream<Path> unfinished = Files.list(incoming)) {
            for (Path file : unfinished.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The folder " + incoming + " cannot be cleaned", failed);
        }
    }
}
