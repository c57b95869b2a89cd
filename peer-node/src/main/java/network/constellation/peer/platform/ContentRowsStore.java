package network.constellation.peer.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import network.constellation.peer.files.ContentHash;
import org.jdbi.v3.core.Handle;

/** Rows of what courses contain, as records; {@link ContentsStore} puts them together. */
final class ContentRowsStore {
    /** Whether learners meet an activity {@code a}: shown itself, and its type not hidden on the whole site. */
    static final String SHOWN = "(a.visible and not exists (select 1 from platform_plugin p where p.plugin_type = 'mod'"
            + " and p.name = a.module and p.state = 'DISABLED'))";

    private static final String ACTIVITY = "a.id, a.section, a.source_key, a.module, a.title, a.intro, a.content, "
            + SHOWN + " as visible, a.tracking";
    private static final String FILE =
            "f.id, f.section, f.activity, f.area, f.path, f.content, f.size_bytes, f.media_type";

    private ContentRowsStore() {}

    record SectionRow(long id, String title, String summary, boolean visible) {}

    record ActivityRow(long section, CourseActivity activity) {}

    /** @param section 0 for none, as {@code activity} */
    record FileRow(long section, long activity, CourseFile file) {}

    static List<SectionRow> sections(Handle handle, long course) {
        return handle.createQuery("select id, title, summary, visible from platform_section where course = :course"
                        + " order by position, id")
                .bind("course", course)
                .map((row, context) -> new SectionRow(
                        row.getLong("id"), row.getString("title"), row.getString("summary"), row.getBoolean("visible")))
                .list();
    }

    static List<ActivityRow> activities(Handle handle, long course) {
        return handle.createQuery("select " + ACTIVITY
                        + " from platform_activity a where a.course = :course order by a.position, a.id")
                .bind("course", course)
                .map((row, context) -> new ActivityRow(row.getLong("section"), activity(row)))
                .list();
    }

    static List<FileRow> files(Handle handle, long course) {
        return handle.createQuery("select " + FILE
                        + " from platform_course_file f where f.course = :course order by f.path, f.id")
                .bind("course", course)
                .map((row, context) -> fileRow(row))
                .list();
    }

    static Optional<CourseContents.Placed> activity(Handle handle, long id) {
        Optional<CourseContents.Placed> found = handle.createQuery("select a.course, s.visible as section_visible, "
                        + ACTIVITY
                        + " from platform_activity a join platform_section s on s.id = a.section where a.id = :id")
                .bind("id", id)
                .map((row, context) -> new CourseContents.Placed(
                        row.getLong("course"), row.getBoolean("section_visible"), activity(row)))
                .findOne();
        return found.map(placed -> new CourseContents.Placed(
                placed.course(),
                placed.sectionVisible(),
                placed.activity()
                        .files(handle.createQuery("select " + FILE
                                        + " from platform_course_file f where f.activity = :id order by f.path, f.id")
                                .bind("id", id)
                                .map((row, context) -> fileRow(row).file())
                                .list())));
    }

    static Optional<CourseContents.PlacedFile> file(Handle handle, long id) {
        return handle.createQuery("select f.course, (a.id is null or " + SHOWN + ") as activity_visible,"
                        + " coalesce(s.visible, true) as section_visible, "
                        + FILE
                        + " from platform_course_file f left join platform_activity a on a.id = f.activity"
                        + " left join platform_section s on s.id = coalesce(f.section, a.section) where f.id = :id")
                .bind("id", id)
                .map((row, context) -> new CourseContents.PlacedFile(
                        row.getLong("course"),
                        row.getBoolean("activity_visible") && row.getBoolean("section_visible"),
                        fileRow(row).file()))
                .findOne();
    }

    private static CourseActivity activity(ResultSet row) throws SQLException {
        return new CourseActivity(
                row.getLong("id"),
                row.getString("source_key"),
                row.getString("module"),
                row.getString("title"),
                row.getString("intro"),
                row.getString("content"),
                row.getBoolean("visible"),
                CompletionTracking.valueOf(row.getString("tracking")),
                List.of());
    }

    private static FileRow fileRow(ResultSet row) throws SQLException {
        return new FileRow(
                row.getLong("section"),
                row.getLong("activity"),
                new CourseFile(
                        row.getLong("id"),
                        row.getString("area"),
                        row.getString("path"),
                        new ContentHash(row.getString("content")),
                        row.getLong("size_bytes"),
                        row.getString("media_type")));
    }
}
