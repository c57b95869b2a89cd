package network.constellation.peer.platform;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything in a course: sections with activities, and files.
 *
 * @param files those of the course itself, as its summary uses them
 */
public record CourseOutline(List<CourseSection> sections, List<CourseFile> files) {
    public CourseOutline {
        sections = List.copyOf(sections);
        files = List.copyOf(files);
        Set<String> keys = new HashSet<>();
        sections.stream().flatMap(section -> section.activities().stream()).forEach(activity -> {
            if (!keys.add(activity.key())) {
                throw new IllegalArgumentException("two activities have the key " + activity.key());
            }
        });
    }

    public static CourseOutline empty() {
        return new CourseOutline(List.of(), List.of());
    }

    public static CourseOutline of(List<CourseSection> sections) {
        return new CourseOutline(sections, List.of());
    }

    /** In the order of the course. */
    public List<CourseActivity> activities() {
        return sections.stream()
                .flatMap(section -> section.activities().stream())
                .toList();
    }

    /** Of the course, its sections and its activities. */
    public List<CourseFile> allFiles() {
        return Stream.concat(
                        files.stream(),
                        sections.stream()
                                .flatMap(section -> Stream.concat(
                                        section.files().stream(),
                                        section.activities().stream().flatMap(activity -> activity.files().stream()))))
                .toList();
    }
}
