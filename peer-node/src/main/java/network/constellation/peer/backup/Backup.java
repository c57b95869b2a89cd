package network.constellation.peer.backup;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import network.constellation.keys.vault.FileVault;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.store.DataDirectory;
import network.constellation.peer.store.Database;
import network.constellation.peer.store.NodeDb;
import network.constellation.peer.tenant.TenantEntry;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.peer.tenant.Tenants;

/**
 * Writes everything of a running node into one file: first the node's database, then each tenant's, then its keys and
 * its files. In this order nothing that a later part refers to can be missing: work that a tenant handed to the node
 * after the node's moment is still in the tenant's outbox, and contents never change. The keys that only open messages
 * of the last two days are left out.
 */
@Singleton
public final class Backup {
    static final String MADE = "backup.made";
    static final String RESTORED = "backup.restored";

    private final DataDirectory data;
    private final Database node;
    private final Tenants tenants;
    private final SchemaScripts scripts;
    private final Clock clock;

    @Inject
    Backup(DataDirectory data, @NodeDb Database node, Tenants tenants, SchemaScripts scripts, Clock clock) {
        this.data = data;
        this.node = node;
        this.tenants = tenants;
        this.scripts = scripts;
        this.clock = clock;
    }

    /**
     * @param file must not exist; readable by its owner only, since it holds the private keys
     * @return its size in bytes
     */
    public long write(Path file) {
        if (Files.exists(file)) {
            throw new BackupException("There is already a file " + file + "; name another one.");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            writePart(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return Files.size(file);
        } catch (IOException failed) {
            throw new BackupException("The backup could not be written: " + failed.getMessage() + ".");
        } finally {
            deleteQuietly(part);
        }
    }

    private void writePart(Path part) throws IOException {
        Files.deleteIfExists(part);
        Files.createFile(part);
        if (Files.getFileAttributeView(part, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        }
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
            zip.setLevel(Deflater.BEST_SPEED);
            List<TenantEntry> entries = tenants.list();
            manifest(zip, entries);
            zip.putNextEntry(new ZipEntry("node/database.jsonl"));
            new DumpStore(node.jdbi()).write(new Unclosed(zip));
            zip.closeEntry();
            folder(zip, data.root().resolve("keys"), "keys/");
            for (TenantEntry entry : entries) {
                tenant(zip, entry);
            }
            zip.finish();
            zip.flush();
            channel.force(true);
        }
    }

    private void manifest(ZipOutputStream zip, List<TenantEntry> entries) throws IOException {
        List<BackupManifest.TenantPart> parts = new ArrayList<>();
        entries.forEach(e ->
                parts.add(new BackupManifest.TenantPart(e.wwwroot().value(), e.folder(), scripts.tenant(e.wwwroot()))));
        BackupManifest manifest =
                new BackupManifest(BackupManifest.FORM, clock.instant().toString(), scripts.node(), parts);
        zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
        zip.write(new JsonMapper().writeValueAsBytes(manifest));
        zip.closeEntry();
    }

    private void tenant(ZipOutputStream zip, TenantEntry entry) throws IOException {
        String prefix = "tenants/" + entry.folder() + "/";
        try (TenantLease lease = tenants.open(entry.wwwroot())) {
            lease.get(Audit.class).record(AuditEvent.done(MADE, "system"));
            zip.putNextEntry(new ZipEntry(prefix + "database.jsonl"));
            new DumpStore(lease.get(Database.class).jdbi()).write(new Unclosed(zip));
            zip.closeEntry();
            Path directory = lease.tenant().directory();
            folder(zip, directory.resolve("vault"), prefix + "vault/");
            folder(zip, directory.resolve("files"), prefix + "files/");
        }
    }

    private static void folder(ZipOutputStream zip, Path folder, String prefix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        boolean vault = prefix.endsWith("vault/");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                boolean wanted = vault ? FileVault.belongsInBackup(name) : !name.startsWith("incoming/");
                if (wanted) {
                    zip.putNextEntry(new ZipEntry(prefix + name));
                    Files.copy(file, zip);
                    zip.closeEntry();
                }
            }
        }
    }

    private static void deleteQuietly(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException left) {
            // A leftover .part is no backup; the next one replaces it.
        }
    }

    /** What writes one entry must not close the whole. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() {}
    }
}
