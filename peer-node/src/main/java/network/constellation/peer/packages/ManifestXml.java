package network.constellation.peer.packages;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes {@code moodle_backup.xml} of a package that is being made. */
final class ManifestXml {
    private final PackageDraft draft;
    private final String version;
    private final String release;
    private final long courseContext;

    /** An activity as the manifest lists it. */
    record Part(long id, long section, String module, String title, String folder) {}

    ManifestXml(PackageDraft draft, String version, String release, long courseContext) {
        this.draft = draft;
        this.version = version;
        this.release = release;
        this.courseContext = courseContext;
    }

    byte[] write(List<Part> activities) {
        MoodleXml xml = new MoodleXml()
                .begin("moodle_backup")
                .begin("information")
                .leaf("name", "backup-moodle2-course-" + draft.courseId() + "-nu.mbz")
                .leaf("moodle_version", version)
                .leaf("moodle_release", release)
                .leaf("backup_version", version)
                .leaf("backup_release", "4.1")
                .leaf("backup_date", draft.made().getEpochSecond())
                .leaf("mnet_remoteusers", 0)
                .leaf("include_files", 1)
                .leaf("include_file_references_to_external_content", 0)
                .leaf("original_wwwroot", draft.wwwroot())
                .leaf("original_site_identifier_hash", "")
                .leaf("original_course_id", draft.courseId())
                .leaf("original_course_format", "topics")
                .leaf("original_course_fullname", draft.fullname())
                .leaf("original_course_shortname", draft.shortname())
                .leaf("original_course_startdate", draft.made().getEpochSecond())
                .leaf("original_course_enddate", 0)
                .leaf("original_course_contextid", courseContext)
                .leaf("original_system_contextid", 1)
                .begin("details")
                .begin("detail", "backup_id", "constellation")
                .leaf("type", "course")
                .leaf("format", "moodle2")
                .leaf("interactive", 0)
                .leaf("mode", 10)
                .leaf("execution", 1)
                .leaf("executiontime", 0)
                .end()
                .end()
                .begin("contents")
                .begin("activities");
        for (Part part : activities) {
            xml.begin("activity")
                    .leaf("moduleid", part.id())
                    .leaf("sectionid", part.section())
                    .leaf("modulename", part.module())
                    .leaf("title", part.title())
                    .leaf("directory", part.folder())
                    .end();
        }
        xml.end().begin("sections");
        for (int number = 0; number < draft.outline().sections().size(); number++) {
            String title = draft.outline().sections().get(number).title();
            xml.begin("section")
                    .leaf("sectionid", number + 1)
                    .leaf("title", title.isEmpty() ? number : title)
                    .leaf("directory", "sections/section_" + (number + 1))
                    .end();
        }
        xml.end()
                .begin("course")
                .leaf("courseid", draft.courseId())
                .leaf("title", draft.shortname())
                .leaf("directory", "course")
                .end()
                .end()
                .begin("settings");
        settings(activities)
                .forEach((name, value) -> xml.begin("setting")
                        .leaf("level", "root")
                        .leaf("name", name)
                        .leaf("value", value)
                        .end());
        return xml.end().end().end().bytes();
    }

    private Map<String, Integer> settings(List<Part> activities) {
        Map<String, Integer> settings = new TreeMap<>();
        for (String no : List.of(
                "users",
                "anonymize",
                "role_assignments",
                "blocks",
                "comments",
                "badges",
                "calendarevents",
                "userscompletion",
                "logs",
                "grade_histories",
                "questionbank",
                "groups",
                "competencies")) {
            settings.put(no, 0);
        }
        settings.put("activities", activities.isEmpty() ? 0 : 1);
        settings.put("files", 1);
        settings.put("filters", 0);
        return settings;
    }
}
