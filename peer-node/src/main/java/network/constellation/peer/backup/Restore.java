package network.constellation.peer.backup;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.store.DataDirectory;
import network.constellation.peer.store.Database;
import network.constellation.peer.store.Databases;
import network.constellation.peer.store.StoreConfig;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.peer.tenant.TenantPlace;
import network.constellation.peer.tenant.Tenants;

/**
 * Puts a backup into the folder of a node that has been built and not opened. Afterwards the node is opened as any
 * other: newer migrations are applied, keys that were left out are made, work goes on.
 */
@Singleton
public final class Restore {
    private final DataDirectory data;
    private final Databases databases;
    private final StoreConfig config;
    private final SchemaScripts scripts;

    @Inject
    Restore(DataDirectory data, Databases databases, StoreConfig config, SchemaScripts scripts) {
        this.data = data;
        this.databases = databases;
        this.config = config;
        this.scripts = scripts;
    }

    /**
     * @return the addresses of the tenants that are there again
     * @throws BackupException when the folder or schema is in use, or the file is no complete backup
     */
    public List<Wwwroot> read(Path file) {
        refuseUsed();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            BackupManifest manifest = manifest(zip, file);
            contents(zip);
            TenantPlace place = new TenantPlace(data, config);
            try (Database node = databases.open(
                    data.nodeDatabase(), config.schema(), config.nodeConnections(), scripts.nodeOf(manifest))) {
                refuseUsed(node);
                database(zip, "node/database.jsonl", node);
                new AfterRestoreStore(node.jdbi()).mendNode();
            }
            for (BackupManifest.TenantPart tenant : manifest.tenants()) {
                try (Database database = databases.open(
                        place.database(tenant.folder()),
                        place.schema(tenant.folder()),
                        config.tenantConnections(),
                        scripts.tenantOf(tenant))) {
                    database(zip, "tenants/" + tenant.folder() + "/database.jsonl", database);
                    new AfterRestoreStore(database.jdbi()).mendTenant();
                }
            }
            return manifest.tenants().stream().map(t -> Wwwroot.of(t.wwwroot())).toList();
        } catch (ZipException notAZip) {
            throw new BackupException(file + " is no backup, or only a part of one: " + notAZip.getMessage() + ".");
        } catch (IOException failed) {
            throw new BackupException("The backup " + file + " could not be read: " + failed.getMessage() + ".");
        }
    }

    /** Opens each tenant, which makes the keys that were left out, and notes in its audit that it came back. */
    public void note(List<Wwwroot> restored, Tenants tenants) {
        for (Wwwroot wwwroot : restored) {
            try (TenantLease lease = tenants.open(wwwroot)) {
                lease.get(Audit.class).record(AuditEvent.done(Backup.RESTORED, "system"));
            }
        }
    }

    private void refuseUsed() {
        try (Stream<Path> present = Files.list(data.root())) {
            if (present.anyMatch(path -> !path.equals(data.lockFile()))) {
                throw new BackupException(
                        "The folder " + data.root() + " is not empty; a backup is restored into an empty one.");
            }
        } catch (IOException unreadable) {
            throw new BackupException("The folder " + data.root() + " cannot be read.");
        }
    }

    private static void refuseUsed(Database node) {
        if (new AfterRestoreStore(node.jdbi()).hasTenants()) {
            throw new BackupException(
                    "The database already holds a node; name another store.schema, or drop the old schemas.");
        }
    }

    private static BackupManifest manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(BackupManifest.ENTRY);
        if (entry == null) {
            throw new BackupException(file + " is no backup of a node.");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            BackupManifest manifest = new JsonMapper().readValue(in, BackupManifest.class);
            if (manifest.form() != BackupManifest.FORM) {
                throw new BackupException(
                        file + " has the form " + manifest.form() + " of a newer release; restore it with that one.");
            }
            return manifest;
        }
    }

    private void contents(ZipFile zip) throws IOException {
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            boolean wanted = name.startsWith("keys/") || name.matches("tenants/[^/]+/(vault|files)/.+");
            if (!wanted || entry.isDirectory()) {
                continue;
            }
            Path target = data.root().resolve(name).normalize();
            if (!target.startsWith(data.root())) {
                throw new BackupException("The backup names a file outside of the folder: " + name + ".");
            }
            secureFolders(Objects.requireNonNull(target.getParent()));
            try (InputStream in = zip.getInputStream(entry)) {
                Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
            }
            if (Files.getFileAttributeView(target, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
            }
        }
    }

    private void secureFolders(Path folder) {
        if (!folder.equals(data.root())) {
            secureFolders(Objects.requireNonNull(folder.getParent()));
            data.secure(folder);
        }
    }

    private static void database(ZipFile zip, String name, Database database) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new BackupException("The backup lacks " + name + ".");
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
            new LoadStore(database.jdbi()).read(lines);
        }
    }
}
