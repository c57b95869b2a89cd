package network.constellation.peer.packages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** After all members were seen: do they agree with each other (sections 4.2 and 4.4.8, 4.4.9). */
final class Soundness {
    private static final PackageVersion OLDEST = new PackageVersion("2010072300");
    private static final String EMPTY = "da39a3ee5e6b4b0d3255bfef95601890afd80709";

    private final PackageScan scan;
    private final PackageManifest manifest;
    private final List<PackageFinding> findings = new ArrayList<>();
    private long missing;

    Soundness(PackageScan scan, PackageManifest manifest) {
        this.scan = scan;
        this.manifest = manifest;
    }

    void check(PackagesConfig config) throws RefusedSignal {
        if (manifest.backupVersion().isBefore(OLDEST)) {
            throw new RefusedSignal(
                    Refusal.FORMAT_TOO_OLD,
                    PackageScan.MANIFEST,
                    manifest.backupVersion().text(),
                    OLDEST.text());
        }
        if (new PackageVersion(config.newestFormat()).isBefore(manifest.backupVersion())) {
            findings.add(warning("newer", PackageScan.MANIFEST, 1));
        }
        if (manifest.type().equals("course") && scan.parts().course().isEmpty()) {
            throw new RefusedSignal(Refusal.PART_MISSING, "course/course.xml");
        }
        checkSections();
        checkActivities();
        checkBlobs();
    }

    private void checkSections() throws RefusedSignal {
        Set<String> ids = new HashSet<>();
        Set<String> folders = new HashSet<>();
        for (PackageManifest.Section section : manifest.sections()) {
            unique(ids, section.id());
            if (scan.parts().section(section.directory()) == null) {
                throw new RefusedSignal(Refusal.PART_MISSING, section.directory() + "/section.xml");
            }
            folders.add(section.directory());
        }
        unlisted(scan.parts().sections(), folders, "/section.xml");
    }

    private void checkActivities() throws RefusedSignal {
        Set<String> ids = new HashSet<>();
        Set<String> folders = new HashSet<>();
        for (PackageManifest.Activity activity : manifest.activities()) {
            unique(ids, activity.moduleId());
            if (!activity.module().matches("[a-z][a-z0-9_]{0,99}")) {
                throw new RefusedSignal(
                        Refusal.MODULE_NAME, PackageScan.MANIFEST, PackageRefusedException.shown(activity.module()));
            }
            if (scan.parts().module(activity.directory()) == null) {
                throw new RefusedSignal(Refusal.PART_MISSING, activity.directory() + "/module.xml");
            }
            if (scan.parts().activity(activity.directory()) == null) {
                throw new RefusedSignal(Refusal.PART_MISSING, activity.directory() + "/" + activity.module() + ".xml");
            }
            folders.add(activity.directory());
        }
        unlisted(scan.parts().modules(), folders, "/module.xml");
    }

    private static void unique(Set<String> ids, String id) throws RefusedSignal {
        if (!id.matches("[0-9]{1,18}") || !ids.add(id)) {
            throw new RefusedSignal(Refusal.IDS_REPEAT, PackageScan.MANIFEST, PackageRefusedException.shown(id));
        }
    }

    private static void unlisted(Map<String, ?> found, Set<String> listed, String document) throws RefusedSignal {
        Optional<String> extra = found.keySet().stream()
                .filter(folder -> !listed.contains(folder))
                .sorted()
                .findFirst();
        if (extra.isPresent()) {
            throw new RefusedSignal(Refusal.PART_UNLISTED, extra.get() + document);
        }
    }

    private void checkBlobs() throws RefusedSignal {
        List<PackageFile> files = scan.files().map(FilesHandler::files).orElse(List.of());
        Set<String> named = new HashSet<>();
        boolean leftOut = manifest.includeFiles().equals("0")
                || manifest.includeFiles().isEmpty() && scan.blobs().isEmpty();
        for (PackageFile file : files) {
            named.add(file.sha1());
            Long size = scan.blobs().get(file.sha1());
            if (scan.damaged().contains(file.sha1())) {
                throw new RefusedSignal(Refusal.BLOB_CONTENT, file.shown(), blob(file.sha1()));
            }
            if (size != null && size != file.size()) {
                throw new RefusedSignal(Refusal.BLOB_SIZE, file.shown(), size, file.size());
            }
            boolean none = size == null && !file.external() && !(file.sha1().equals(EMPTY) && file.size() == 0);
            if (none && !leftOut) {
                throw new RefusedSignal(Refusal.BLOB_MISSING, file.shown(), blob(file.sha1()));
            }
            missing += none ? 1 : 0;
        }
        if (!scan.damaged().isEmpty()) {
            throw new RefusedSignal(
                    Refusal.BLOB_CONTENT,
                    blob(scan.damaged().get(0)),
                    blob(scan.damaged().get(0)));
        }
        long external = files.stream().filter(PackageFile::external).count();
        note("files-left-out", missing);
        note("files-elsewhere", external);
        note(
                "orphans",
                scan.blobs().keySet().stream()
                        .filter(blob -> !named.contains(blob))
                        .count());
        note("authors", scan.files().map(FilesHandler::authors).orElse(0));
    }

    private void note(String code, long count) {
        if (count > 0) {
            findings.add(warning(code, "files.xml", count));
        }
    }

    private static PackageFinding warning(String code, String member, long count) {
        return new PackageFinding(PackageFinding.Kind.WARNING, code, member, count);
    }

    private static String blob(String sha1) {
        return "files/" + sha1.substring(0, 2) + "/" + sha1;
    }

    long missing() {
        return missing;
    }

    List<PackageFinding> findings() {
        return findings;
    }
}
