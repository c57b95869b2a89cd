package network.constellation.peer.platform;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.peer.files.ContentHash;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writes and reads tables {@code platform_section}, {@code platform_activity} and {@code platform_course_file}. */
@Singleton
final class ContentsStore implements CourseContents {
    private final Jdbi jdbi;

    @Inject
    ContentsStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public CourseOutline outline(long course) {
        return jdbi.inTransaction(handle -> {
            Map<Long, List<CourseFile>> ofSections = new HashMap<>();
            Map<Long, List<CourseFile>> ofActivities = new HashMap<>();
            List<CourseFile> own = new ArrayList<>();
            for (ContentRowsStore.FileRow row : ContentRowsStore.files(handle, course)) {
                if (row.activity() != 0) {
                    ofActivities
                            .computeIfAbsent(row.activity(), id -> new ArrayList<>())
                            .add(row.file());
                } else if (row.section() != 0) {
                    ofSections
                            .computeIfAbsent(row.section(), id -> new ArrayList<>())
                            .add(row.file());
                } else {
                    own.add(row.file());
                }
            }
            Map<Long, List<CourseActivity>> activities = new HashMap<>();
            ContentRowsStore.activities(handle, course)
                    .forEach(row -> activities
                            .computeIfAbsent(row.section(), id -> new ArrayList<>())
                            .add(row.activity()
                                    .files(ofActivities.getOrDefault(
                                            row.activity().id(), List.of()))));
            List<CourseSection> sections = ContentRowsStore.sections(handle, course).stream()
                    .map(row -> new CourseSection(
                            row.title(),
                            row.summary(),
                            row.visible(),
                            activities.getOrDefault(row.id(), List.of()),
                            ofSections.getOrDefault(row.id(), List.of())))
                    .toList();
            return new CourseOutline(sections, own);
        });
    }

    @Override
    public void replace(long course, CourseOutline outline) {
        jdbi.useTransaction(handle -> {
            // The lock keeps a second replacement of the same course waiting.
            boolean known = handle.createQuery("select id from platform_course where id = :id for update")
                    .bind("id", course)
                    .mapTo(Long.class)
                    .findOne()
                    .isPresent();
            if (!known) {
                throw new PlatformException("course.unknown");
            }
            List<Long> before = handle.createQuery("select id from platform_section where course = :course")
                    .bind("course", course)
                    .mapTo(Long.class)
                    .list();
            handle.execute("delete from platform_course_file where course = ?", course);
            Map<String, Long> kept = new HashMap<>();
            ContentRowsStore.activities(handle, course)
                    .forEach(
                            row -> kept.put(row.activity().key(), row.activity().id()));
            int position = 0;
            for (CourseSection section : outline.sections()) {
                long id = insert(handle, course, position++, section);
                insertFiles(handle, course, id, null, section.files());
                int place = 0;
                for (CourseActivity activity : section.activities()) {
                    long placed = place(handle, course, id, place++, activity, kept.remove(activity.key()));
                    insertFiles(handle, course, null, placed, activity.files());
                }
            }
            insertFiles(handle, course, null, null, outline.files());
            kept.values().forEach(gone -> handle.execute("delete from platform_activity where id = ?", gone));
            before.forEach(old -> handle.execute("delete from platform_section where id = ?", old));
        });
    }

    private static long insert(Handle handle, long course, int position, CourseSection section) {
        return handle.createUpdate("insert into platform_section (course, position, title, summary, visible)"
                        + " values (:course, :position, :title, :summary, :visible)")
                .bind("course", course)
                .bind("position", position)
                .bind("title", section.title())
                .bind("summary", section.summary())
                .bind("visible", section.visible())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    private static long place(
            Handle handle, long course, long section, int position, CourseActivity activity, @Nullable Long kept) {
        String sql = kept == null
                ? "insert into platform_activity (course, section, position, source_key, module, title, intro, content,"
                        + " visible, tracking) values (:course, :section, :position, :key, :module, :title, :intro,"
                        + " :content, :visible, :tracking)"
                : "update platform_activity set section = :section, position = :position, module = :module, title ="
                        + " :title, intro = :intro, content = :content, visible = :visible, tracking = :tracking where"
                        + " course = :course and source_key = :key";
        var update = handle.createUpdate(sql)
                .bind("course", course)
                .bind("section", section)
                .bind("position", position)
                .bind("key", activity.key())
                .bind("module", activity.module())
                .bind("title", activity.title())
                .bind("intro", activity.intro())
                .bind("content", activity.text())
                .bind("visible", activity.visible())
                .bind("tracking", activity.tracking().name());
        if (kept != null) {
            update.execute();
            return kept;
        }
        return update.executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
    }

    private static void insertFiles(
            Handle handle, long course, @Nullable Long section, @Nullable Long activity, List<CourseFile> files) {
        if (files.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("insert into platform_course_file (course, section, activity, area,"
                + " path, content, size_bytes, media_type) values (:course, :section, :activity, :area, :path,"
                + " :content, :size, :media)");
        for (CourseFile file : files) {
            batch.bind("course", course)
                    .bindByType("section", section, Long.class)
                    .bindByType("activity", activity, Long.class)
                    .bind("area", file.area())
                    .bind("path", file.path())
                    .bind("content", file.content().hex())
                    .bind("size", file.size())
                    .bind("media", file.mediaType())
                    .add();
        }
        batch.execute();
    }

    @Override
    public Optional<Placed> activity(long id) {
        return jdbi.withHandle(handle -> ContentRowsStore.activity(handle, id));
    }

    @Override
    public void track(long activity, CompletionTracking tracking) {
        int changed = jdbi.withHandle(handle ->
                handle.execute("update platform_activity set tracking = ? where id = ?", tracking.name(), activity));
        if (changed == 0) {
            throw new PlatformException("activity.unknown");
        }
    }

    @Override
    public Optional<PlacedFile> file(long id) {
        return jdbi.withHandle(handle -> ContentRowsStore.file(handle, id));
    }

    @Override
    public boolean uses(ContentHash content) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "select count(*) from platform_course_file where content = :content")
                        .bind("content", content.hex())
                        .mapTo(Long.class)
                        .one())
                > 0;
    }

    @Override
    public FileTotals totals() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) as files, coalesce(sum(size_bytes), 0) as bytes from platform_course_file")
                .map((row, context) -> new FileTotals(row.getLong("files"), row.getLong("bytes")))
                .one());
    }
}
