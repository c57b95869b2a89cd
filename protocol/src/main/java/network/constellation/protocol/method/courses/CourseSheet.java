package network.constellation.protocol.method.courses;

import java.util.List;

/**
 * What a catalog shows of a course (courses-and-certificates.md 4.3). All texts are its author's, plain, without markup.
 *
 * @param summary plain text, lines kept
 * @param author wwwroot of the site where the package was made, as the package claims; may be empty
 * @param moodleVersion of the software that made the package, a decimal number as text
 * @param moodleRelease the same for people
 * @param backupRelease of the package's format
 * @param licences of its files, as the package names them
 * @param files how many files there are
 */
public record CourseSheet(
        String title,
        String shortname,
        String summary,
        String author,
        String moodleVersion,
        String moodleRelease,
        String backupRelease,
        List<String> licences,
        long files,
        List<Section> outline) {
    public CourseSheet {
        licences = List.copyOf(licences);
        outline = List.copyOf(outline);
    }

    /** One section of the outline. */
    public record Section(String title, List<Activity> activities) {
        public Section {
            activities = List.copyOf(activities);
        }
    }

    /** @param module such as {@code forum} */
    public record Activity(String module, String title) {}

    public int activities() {
        return outline.stream().mapToInt(section -> section.activities().size()).sum();
    }
}
