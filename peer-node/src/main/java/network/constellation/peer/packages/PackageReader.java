package network.constellation.peer.packages;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import network.constellation.keys.provider.RunningDigest;
import network.constellation.peer.files.ContentHash;
import org.jspecify.annotations.Nullable;

/**
 * Reads course packages (courses-and-certificates.md 4.1 to 4.4) in one pass and in little memory, unpacking nothing, and
 * believes nothing it did not count. Thread-safe. Takes as long as reading and hashing the file takes.
 */
@Singleton
public final class PackageReader {
    private static final int PIECE = 64 * 1024;

    private final PackagesConfig config;
    private final Clock clock;
    private final PackageDocuments documents;

    @Inject
    PackageReader(PackagesConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.documents = new PackageDocuments(config);
    }

    /**
     * What is in it, whatever its type.
     *
     * @throws PackageRefusedException when it is not a sound package
     * @throws IOException when the file cannot be read
     */
    public PackageInventory inspect(Path file) throws PackageRefusedException, IOException {
        return read(file, null, false).inventory();
    }

    /** As {@link #inspect(Path)}, for a file whose hash is known already. */
    public PackageInventory inspect(Path file, ContentHash known) throws PackageRefusedException, IOException {
        return read(file, known, false).inventory();
    }

    /** With the texts of the course, to restore it; the file must stay as it is while the result is used. */
    public OpenedPackage open(Path file) throws PackageRefusedException, IOException {
        return read(file, null, true);
    }

    /** As {@link #open(Path)}, for a file whose hash is known already. */
    public OpenedPackage open(Path file, ContentHash known) throws PackageRefusedException, IOException {
        return read(file, known, true);
    }

    private OpenedPackage read(Path file, @Nullable ContentHash known, boolean texts)
            throws PackageRefusedException, IOException {
        try {
            PackageContainer container = container(file);
            Meter meter = new Meter(config, clock);
            PackageScan scan = new PackageScan(documents, config, texts);
            archive(container, file, meter).read(scan);
            PackageManifest manifest = scan.manifest().manifest();
            Soundness soundness = new Soundness(scan, manifest);
            soundness.check(config);
            OutlineMaker outline = new OutlineMaker(manifest, scan.parts());
            List<OpenedPackage.Section> sections = outline.sections();
            PackageInventory inventory = new PackageInventory(
                    container,
                    Files.size(file),
                    known == null ? hash(file) : known,
                    manifest,
                    scan.parts().course(),
                    counts(scan, meter, soundness),
                    sections.stream().map(PackageReader::titles).toList(),
                    new TreeSet<>(scan.files().map(FilesHandler::licences).orElse(Set.of())),
                    plugins(manifest, scan.parts()),
                    java.util.stream.Stream.of(scan.personal().findings(), scan.findings(), soundness.findings())
                            .flatMap(List::stream)
                            .toList());
            return new OpenedPackage(
                    inventory,
                    sections,
                    outline.loose(),
                    scan.files().map(FilesHandler::files).orElse(List.of()),
                    scan.parts().courseContext(),
                    taker -> blobs(container, file, taker));
        } catch (RefusedSignal signal) {
            throw signal.refused();
        }
    }

    private Archive archive(PackageContainer container, Path file, Meter meter) {
        return switch (container) {
            case ZIP -> new ZipArchive(file, meter, config.members());
            case GZIP_TAR -> new TarArchive(file, meter);
        };
    }

    /** By the first bytes: gzip, or a ZIP with or without members (section 4.1). */
    private static PackageContainer container(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(4);
        }
        if (head.length >= 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B) {
            return PackageContainer.GZIP_TAR;
        }
        boolean zip = head.length == 4
                && head[0] == 'P'
                && head[1] == 'K'
                && (head[2] == 3 && head[3] == 4 || head[2] == 5 && head[3] == 6);
        if (!zip) {
            throw new RefusedSignal(Refusal.NOT_A_PACKAGE, "");
        }
        return PackageContainer.ZIP;
    }

    private static PackageCounts counts(PackageScan scan, Meter meter, Soundness soundness) {
        return new PackageCounts(
                scan.entries(),
                meter.expanded(),
                scan.files().map(FilesHandler::records).orElse(0L),
                scan.files().map(files -> (long) files.files().size()).orElse(0L),
                scan.blobs().size(),
                soundness.missing(),
                scan.hasIndex(),
                scan.hasUsers(),
                scan.personal().count("users"));
    }

    private static PackageInventory.Section titles(OpenedPackage.Section section) {
        return new PackageInventory.Section(
                section.name(),
                section.visible(),
                section.activities().stream()
                        .map(activity ->
                                new PackageInventory.Entry(activity.module(), activity.title(), activity.visible()))
                        .toList());
    }

    private static Map<String, PackageVersion> plugins(PackageManifest manifest, PackageParts parts) {
        Map<String, PackageVersion> plugins = new TreeMap<>();
        for (PackageManifest.Activity activity : manifest.activities()) {
            PackageParts.ModulePart part = parts.module(activity.directory());
            if (part != null) {
                PackageVersion.of(part.version())
                        .ifPresent(version -> plugins.merge(
                                activity.module(), version, (one, other) -> one.isBefore(other) ? other : one));
            }
        }
        return plugins;
    }

    private static ContentHash hash(Path file) throws IOException {
        RunningDigest digest = RunningDigest.sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
        }
        return new ContentHash(digest.hex());
    }

    private void blobs(PackageContainer container, Path file, OpenedPackage.BlobTaker taker)
            throws IOException, PackageRefusedException {
        Set<String> taken = new HashSet<>();
        try {
            archive(container, file, new Meter(config, clock)).read((member, content) -> {
                var blob = PackageScan.BLOB.matcher(member.name());
                if (!member.folder() && blob.matches() && taken.add(blob.group(2))) {
                    NamedBlob checked = new NamedBlob(content, member.name(), blob.group(2));
                    taker.take(blob.group(2), checked);
                    checked.finish();
                }
            });
        } catch (RefusedSignal changed) {
            throw changed.refused();
        }
    }
}
