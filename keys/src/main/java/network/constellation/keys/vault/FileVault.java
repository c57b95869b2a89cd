package network.constellation.keys.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.identity.IdentityRefusedException;
import network.constellation.keys.identity.RecipientKeyPair;
import network.constellation.keys.ring.KeyRing;

/**
 * A vault of two sealed files in a directory of the tenant: the ring, and apart from it the recipient keys, which
 * belong into no backup. Every file is its owner's alone, replaced whole, and durable when {@link #save} returns.
 */
public final class FileVault implements Vault {
    /** To be backed up, together with the master key. */
    public static final String RING_FILE = "ring.sealed";

    /** Never to be backed up: a restored site makes new recipient keys before its door opens. */
    public static final String RECIPIENTS_FILE = "recipients.sealed";

    private static final String LOCK_FILE = "vault.lock";

    private final Path directory;
    private final Wwwroot wwwroot;
    private final Sealer sealer;
    private final DurableFile ringFile;
    private final DurableFile recipientsFile;

    /**
     * @param directory the vault's own directory; it is made with the first ring
     * @param wwwroot the site whose vault this is: another's files cannot be opened in its place
     */
    public FileVault(Path directory, Wwwroot wwwroot, Sealer sealer) {
        this.directory = directory;
        this.wwwroot = wwwroot;
        this.sealer = sealer;
        this.ringFile = new DurableFile(directory.resolve(RING_FILE));
        this.recipientsFile = new DurableFile(directory.resolve(RECIPIENTS_FILE));
    }

    /** Whether a file of a vault's directory, named without path, belongs into a backup. */
    public static boolean belongsInBackup(String fileName) {
        return fileName.equals(RING_FILE);
    }

    @Override
    public synchronized Optional<KeyRing> load() {
        try {
            if (!ringFile.exists()) {
                return Optional.empty();
            }
            OwnerOnly.checkDirectory(directory);
            for (Path candidate : ringFile.candidates()) {
                Optional<byte[]> plain = sealer.open(context(RING_FILE), DurableFile.read(candidate));
                if (plain.isPresent()) {
                    // After the ring, as they are written before it: never older than the ring they are joined to.
                    return Optional.of(RingCodec.readRing(plain.get(), readRecipients()));
                }
            }
            throw new VaultRefusedException("The private keys of " + wwwroot + " in " + ringFile.path()
                    + " cannot be opened: the file was changed, or the master key or the address is another."
                    + " Restore both from one backup.");
        } catch (CertificateRefusedException | IdentityRefusedException | IllegalArgumentException unreadable) {
            throw new VaultRefusedException("The private keys of " + wwwroot + " in " + ringFile.path()
                    + " cannot be read: " + unreadable.getMessage());
        } catch (IOException failed) {
            throw new UncheckedIOException("The private keys of " + wwwroot + " could not be read.", failed);
        }
    }

    @Override
    public synchronized void save(KeyRing ring) {
        if (!ring.wwwroot().equals(wwwroot)) {
            throw new VaultRefusedException(
                    "The vault of " + wwwroot + " does not take the keys of " + ring.wwwroot() + ".");
        }
        try {
            OwnerOnly.directory(directory);
            try (FileChannel channel = openLock();
                    FileLock lock = channel.lock()) {
                checkFollows(ring);
                // The ring last: with it the step is done. Recipient keys of a generation that never came are ignored.
                write(recipientsFile, RECIPIENTS_FILE, RingCodec.writeRecipients(ring));
                write(ringFile, RING_FILE, RingCodec.writeRing(ring));
            }
        } catch (OverlappingFileLockException twice) {
            throw new VaultRefusedException("The vault of " + wwwroot + " is being written elsewhere: try again.");
        } catch (IOException failed) {
            throw new UncheckedIOException("The private keys of " + wwwroot + " could not be saved.", failed);
        }
    }

    private void checkFollows(KeyRing ring) {
        Optional<KeyRing> stored = load();
        if (stored.isPresent() && ring.revision() <= stored.get().revision()) {
            throw new VaultRefusedException("The keys of " + wwwroot + " were changed meanwhile (revision "
                    + stored.get().revision() + " is stored): load them and try again.");
        }
    }

    private void write(DurableFile file, String name, byte[] plain) throws IOException {
        byte[] sealed = sealer.seal(context(name), plain);
        Arrays.fill(plain, (byte) 0);
        file.replace(sealed);
    }

    /** What cannot be opened counts as lost, as after a restore: new recipient keys cost nothing. */
    private Map<Integer, List<RecipientKeyPair>> readRecipients() throws IOException, IdentityRefusedException {
        for (Path candidate : recipientsFile.candidates()) {
            Optional<byte[]> plain = sealer.open(context(RECIPIENTS_FILE), DurableFile.read(candidate));
            if (plain.isPresent()) {
                return RingCodec.readRecipients(plain.get());
            }
        }
        return Map.of();
    }

    private FileChannel openLock() throws IOException {
        Path lock = directory.resolve(LOCK_FILE);
        return FileChannel.open(
                lock, EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.onCreate(directory));
    }

    private String context(String name) {
        return name + " of " + wwwroot;
    }

    /** Whether there is anything in this vault. */
    public boolean exists() {
        return Files.isDirectory(directory) && ringFile.exists();
    }
}
