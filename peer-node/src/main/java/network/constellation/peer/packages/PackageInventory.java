package network.constellation.peer.packages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import network.constellation.peer.files.ContentHash;
import org.jspecify.annotations.Nullable;

/**
 * What is in a package that was read to its end and found sound (section 4.3): what catalog pages, dry runs and rules look at.
 *
 * @param bytes of the package itself
 * @param sha256 its identity
 * @param course empty for packages of a section or activity
 * @param sections in their order, with the titles of what stands in them
 * @param licences short names found in {@code files.xml}
 * @param plugins each kind of activity with the version of its plug-in
 */
public record PackageInventory(
        PackageContainer container,
        long bytes,
        ContentHash sha256,
        PackageManifest manifest,
        Optional<CourseFacts> course,
        PackageCounts counts,
        List<Section> sections,
        SortedSet<String> licences,
        Map<String, PackageVersion> plugins,
        List<PackageFinding> findings) {
    private static final Set<String> TOLD_SETTINGS = Set.of("users", "anonymize", "role_assignments", "logs", "files");

    /** Titles only; plain text. @param visible to learners */
    public record Section(String title, boolean visible, List<Entry> activities) {
        public Section {
            activities = List.copyOf(activities);
        }
    }

    /** One activity in the outline. */
    public record Entry(String module, String title, boolean visible) {}

    public PackageInventory {
        sections = List.copyOf(sections);
        licences = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(licences));
        plugins = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(plugins));
        findings = List.copyOf(findings);
    }

    public String fullname() {
        return course.map(CourseFacts::fullname).filter(name -> !name.isBlank()).orElse(manifest.fullname());
    }

    public String shortname() {
        return course.map(CourseFacts::shortname)
                .filter(name -> !name.isBlank())
                .orElse(manifest.shortname());
    }

    public String courseFormat() {
        return manifest.originalCourseFormat().isEmpty()
                ? course.map(CourseFacts::format).orElse("")
                : manifest.originalCourseFormat();
    }

    /** Kinds of activities, sorted, as often as they occur. */
    public List<String> activityModules() {
        return manifest.activities().stream()
                .map(PackageManifest.Activity::module)
                .sorted()
                .toList();
    }

    /** As JSON: the keys that scripts rely on. */
    public Map<String, @Nullable Object> document() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("container", container.word());
        document.put("bytes", bytes);
        document.put("sha256", sha256.hex());
        document.put("type", manifest.type());
        document.put("backup_format", manifest.format());
        document.put("mode", manifest.mode());
        document.put("fullname", manifest.fullname());
        document.put("shortname", manifest.shortname());
        document.put("course_format", courseFormat());
        document.put("moodle_version", manifest.moodleVersion().text());
        document.put("moodle_release", manifest.moodleRelease());
        document.put("backup_version", manifest.backupVersion().text());
        document.put("backup_release", manifest.backupRelease());
        document.put("original_wwwroot", manifest.originalWwwroot());
        document.put("original_site_identifier_hash", manifest.originalSiteHash());
        document.put("include_files", manifest.includeFiles());
        document.put("sections", manifest.sections().size());
        document.put("activities", manifest.activities().size());
        document.put("activity_modules", activityModules());
        document.put("file_records", counts.fileRecords());
        document.put("file_records_non_directory", counts.fileRecordsNonDirectory());
        document.put("blob_entries", counts.blobEntries());
        document.put("blobs_missing", counts.blobsMissing());
        document.put("blobs_bad_hash", 0);
        document.put("entries", counts.entries());
        document.put("uncompressed", counts.uncompressed());
        document.put("has_index", counts.hasIndex());
        document.put("has_users_xml", counts.hasUsers());
        document.put("user_records", counts.userRecords());
        Map<String, String> settings = new LinkedHashMap<>(manifest.rootSettings());
        settings.keySet().retainAll(TOLD_SETTINGS);
        document.put("root_settings", settings);
        document.put("course_idnumber", course.map(CourseFacts::idNumber).orElse(null));
        document.put("licences", licences);
        document.put(
                "plugins",
                plugins.entrySet().stream()
                        .collect(
                                LinkedHashMap::new,
                                (all, one) ->
                                        all.put(one.getKey(), one.getValue().text()),
                                Map::putAll));
        document.put("findings", findings);
        return document;
    }
}
