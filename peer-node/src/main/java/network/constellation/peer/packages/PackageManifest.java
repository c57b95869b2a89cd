package network.constellation.peer.packages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code moodle_backup.xml} says (section 4.2). All of it is a claim; texts are plain and of a stranger's choosing.
 *
 * @param type {@code course}, {@code section} or {@code activity}
 * @param format {@code moodle2}
 * @param includeFiles {@code 1}, {@code 0}, or empty in the oldest
 * @param originalCourseFormat empty before 2.9
 * @param remoteUsers it has users of other sites
 * @param externalFiles some files are links to repositories elsewhere
 * @param rootSettings what was asked for, in the order of the document
 */
public record PackageManifest(
        String name,
        String type,
        String format,
        String mode,
        PackageVersion moodleVersion,
        String moodleRelease,
        PackageVersion backupVersion,
        String backupRelease,
        Optional<Instant> made,
        String originalWwwroot,
        String originalSiteHash,
        String originalCourseId,
        String originalCourseFormat,
        String fullname,
        String shortname,
        String includeFiles,
        boolean remoteUsers,
        boolean externalFiles,
        Map<String, String> rootSettings,
        List<Section> sections,
        List<Activity> activities) {

    /** @param title as the author's platform shows it, often only a number */
    public record Section(String id, String title, String directory) {}

    /** @param section id of the section it stands in */
    public record Activity(String moduleId, String section, String module, String title, String directory) {}

    public PackageManifest {
        rootSettings = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(rootSettings));
        sections = List.copyOf(sections);
        activities = List.copyOf(activities);
    }
}
