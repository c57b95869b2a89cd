package network.constellation.peer.platform;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The embedded platform's courses: tables {@code platform_course} and {@code platform_category}. */
@Singleton
final class CoursesStore implements Courses {
    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    CoursesStore(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public Optional<Course> find(long id) {
        return jdbi.withHandle(handle -> one(handle, "id = :id", Map.of("id", id)));
    }

    @Override
    public Optional<Course> findByShortname(String shortname) {
        return jdbi.withHandle(handle -> one(handle, "shortname = :name", Map.of("name", shortname)));
    }

    @Override
    public List<Course> list(boolean visibleOnly) {
        return jdbi.withHandle(handle -> all(handle, ":all or visible", Map.of("all", !visibleOnly)));
    }

    @Override
    public List<Course> inCategory(long category) {
        return jdbi.withHandle(handle -> all(handle, "category = :category", Map.of("category", category)));
    }

    @Override
    public Course create(CourseDraft draft) {
        return jdbi.inTransaction(handle -> {
            check(handle, draft, 0);
            int next = handle.createQuery("select coalesce(max(sort_order), 0) + 1 from platform_course")
                    .mapTo(Integer.class)
                    .one();
            long id = bind(
                            handle.createUpdate("insert into platform_course (shortname, fullname, idnumber, summary,"
                                    + " visible, category, sort_order, start_date, end_date, created, modified)"
                                    + " values (:shortname, :fullname, :idnumber, :summary, :visible, :category,"
                                    + " :next, :start, :end, :now, :now)"),
                            draft)
                    .bind("next", next)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            return byId(handle, id);
        });
    }

    @Override
    public Course update(long id, CourseDraft draft) {
        return jdbi.inTransaction(handle -> {
            check(handle, draft, id);
            bind(
                            handle.createUpdate("update platform_course set shortname = :shortname, fullname ="
                                    + " :fullname, idnumber = :idnumber, summary = :summary, visible = :visible,"
                                    + " category = :category, start_date = :start, end_date = :end, modified = :now"
                                    + " where id = :id"),
                            draft)
                    .bind("id", id)
                    .execute();
            return byId(handle, id);
        });
    }

    @Override
    public void delete(long id) {
        jdbi.useTransaction(handle -> {
            byId(handle, id);
            handle.execute("delete from platform_role_assignment where level = 'COURSE' and scope_id = ?", id);
            handle.execute("delete from platform_course where id = ?", id);
        });
    }

    @Override
    public List<Category> categories() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from platform_category order by sort_order, id")
                .map((row, context) -> category(row))
                .list());
    }

    @Override
    public Optional<Category> category(long id) {
        return categories().stream().filter(category -> category.id() == id).findFirst();
    }

    @Override
    public Category createCategory(String name, String idNumber, String description, long parent) {
        if (name.isBlank() || name.length() > 255) {
            throw new PlatformException("category.name");
        }
        if (parent != 0 && category(parent).isEmpty()) {
            throw new PlatformException("category.unknown", parent);
        }
        long id = jdbi.inTransaction(handle -> handle.createUpdate("insert into platform_category (name, idnumber,"
                        + " description, parent, sort_order, visible) values (:name, :idnumber, :description,"
                        + " :parent, (select coalesce(max(sort_order), 0) + 1 from platform_category), true)")
                .bind("name", name.strip())
                .bind("idnumber", idNumber)
                .bind("description", description)
                .bind("parent", parent)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
        return category(id).orElseThrow();
    }

    @Override
    public void deleteCategory(long id) {
        jdbi.useTransaction(handle -> {
            long inside = handle.createQuery("select (select count(*) from platform_course where category = :id)"
                            + " + (select count(*) from platform_category where parent = :id)")
                    .bind("id", id)
                    .mapTo(Long.class)
                    .one();
            if (inside > 0) {
                throw new PlatformException("category.notEmpty", inside);
            }
            handle.execute("delete from platform_category where id = ?", id);
        });
    }

    private void check(Handle handle, CourseDraft draft, long own) {
        Optional<Course> other = one(handle, "shortname = :name", Map.of("name", draft.shortname()));
        if (other.isPresent() && other.get().id() != own) {
            throw new PlatformException("course.taken", draft.shortname());
        }
        if (category(draft.category()).isEmpty()) {
            throw new PlatformException("category.unknown", draft.category());
        }
    }

    private Update bind(Update update, CourseDraft draft) {
        return update.bind("shortname", draft.shortname())
                .bind("fullname", draft.fullname())
                .bind("idnumber", draft.idNumber())
                .bind("summary", draft.summary())
                .bind("visible", draft.visible())
                .bind("category", draft.category())
                .bind("start", draft.start().map(CoursesStore::at).orElse(null))
                .bind("end", draft.end().map(CoursesStore::at).orElse(null))
                .bind("now", at(clock.instant()));
    }

    private static Course byId(Handle handle, long id) {
        return one(handle, "id = :id", Map.of("id", id)).orElseThrow(() -> new PlatformException("course.unknown"));
    }

    private static Optional<Course> one(Handle handle, String where, Map<String, Object> bindings) {
        return all(handle, where, bindings).stream().findFirst();
    }

    private static List<Course> all(Handle handle, String where, Map<String, Object> bindings) {
        return handle.createQuery("select * from platform_course where " + where + " order by sort_order, id")
                .bindMap(bindings)
                .map((row, context) -> course(row))
                .list();
    }

    private static Course course(ResultSet row) throws SQLException {
        return new Course(
                row.getLong("id"),
                row.getString("shortname"),
                row.getString("fullname"),
                row.getString("idnumber"),
                row.getString("summary"),
                row.getBoolean("visible"),
                row.getLong("category"),
                row.getInt("sort_order"),
                instant(row, "start_date"),
                instant(row, "end_date"),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                row.getObject("modified", OffsetDateTime.class).toInstant());
    }

    private static Category category(ResultSet row) throws SQLException {
        return new Category(
                row.getLong("id"),
                row.getString("name"),
                row.getString("idnumber"),
                row.getString("description"),
                row.getLong("parent"),
                row.getInt("sort_order"),
                row.getBoolean("visible"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
