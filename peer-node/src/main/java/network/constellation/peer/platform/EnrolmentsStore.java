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
import org.jspecify.annotations.Nullable;

/** The embedded platform's enrolments: table {@code platform_enrolment}, and the role assignments that follow it. */
@Singleton
final class EnrolmentsStore implements Enrolments {
    private static final String SELECT = "select e.user_id, e.course_id, e.method, r.shortname, e.starts, e.ends,"
            + " e.created, e.modified from platform_enrolment e join platform_role r on r.id = e.role_id ";
    private static final String ACTIVE = "(e.starts is null or e.starts <= :now) and (e.ends is null or e.ends > :now)";
    private static final String OWN =
            " where a.user_id = e.user_id and a.level = 'COURSE' and a.scope_id = e.course_id and a.role_id = e.role_id";

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    EnrolmentsStore(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public Enrolment enrol(
            long userId,
            long courseId,
            String roleShortname,
            String method,
            Optional<Instant> start,
            Optional<Instant> end) {
        return enrolWithin(UNLIMITED, userId, courseId, roleShortname, method, start, end)
                .orElseThrow();
    }

    @Override
    public Optional<Enrolment> enrolWithin(
            int places,
            long userId,
            long courseId,
            String roleShortname,
            String method,
            Optional<Instant> start,
            Optional<Instant> end) {
        if (!method.matches("[a-z]{1,20}")) {
            throw new PlatformException("enrolment.method", method);
        }
        if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())) {
            throw new PlatformException("enrolment.dates");
        }
        return jdbi.inTransaction(handle -> {
            if (!lock(handle, courseId)) {
                throw new PlatformException("course.unknown");
            }
            requireUser(handle, userId);
            long role = role(handle, roleShortname);
            Optional<Enrolment> former = find(handle, userId, courseId, method);
            if (former.isEmpty() && count(handle, courseId, method) >= places) {
                return Optional.empty();
            }
            OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
            String write = former.isPresent()
                    ? "update platform_enrolment set role_id = :role, starts = :starts, ends = :ends, modified = :now"
                            + " where user_id = :user and course_id = :course and method = :method"
                    : "insert into platform_enrolment (user_id, course_id, method, role_id, starts, ends, created,"
                            + " modified) values (:user, :course, :method, :role, :starts, :ends, :now, :now)";
            handle.createUpdate(write)
                    .bind("user", userId)
                    .bind("course", courseId)
                    .bind("method", method)
                    .bind("role", role)
                    .bindByType("starts", at(start), OffsetDateTime.class)
                    .bindByType("ends", at(end), OffsetDateTime.class)
                    .bind("now", now)
                    .execute();
            alignRoles(handle, userId, courseId, now);
            return find(handle, userId, courseId, method);
        });
    }

    @Override
    public boolean unenrol(long userId, long courseId, String method) {
        return jdbi.inTransaction(handle -> {
            lock(handle, courseId);
            int gone = handle.execute(
                    "delete from platform_enrolment where user_id = ? and course_id = ? and method = ?",
                    userId,
                    courseId,
                    method);
            alignRoles(handle, userId, courseId, clock.instant().atOffset(ZoneOffset.UTC));
            return gone == 1;
        });
    }

    @Override
    public Optional<Enrolment> find(long userId, long courseId, String method) {
        return jdbi.withHandle(handle -> find(handle, userId, courseId, method));
    }

    @Override
    public List<Enrolment> of(long userId) {
        return jdbi.withHandle(handle -> list(handle, "e.user_id = :id", Map.of("id", userId)));
    }

    @Override
    public List<Enrolment> in(long courseId) {
        return jdbi.withHandle(handle -> list(handle, "e.course_id = :id", Map.of("id", courseId)));
    }

    @Override
    public int settle() {
        return jdbi.inTransaction(handle -> {
            OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
            List<Enrolment> behind = list(
                    handle,
                    "(" + ACTIVE + " and not exists (select 1 from platform_role_assignment a" + OWN + ")) or (not ("
                            + ACTIVE + ") and exists (select 1 from platform_role_assignment a" + OWN
                            + " and a.source = 'enrolment') and not exists (select 1 from platform_enrolment o"
                            + " where o.user_id = e.user_id and o.course_id = e.course_id and o.role_id = e.role_id"
                            + " and (o.starts is null or o.starts <= :now) and (o.ends is null or o.ends > :now)))",
                    Map.of("now", now));
            behind.forEach(enrolment -> alignRoles(handle, enrolment.userId(), enrolment.courseId(), now));
            return behind.size();
        });
    }

    /** The roles that came with enrolments of this user in this course become those of the enrolments that hold now. */
    private static void alignRoles(Handle handle, long user, long course, OffsetDateTime now) {
        handle.createUpdate("delete from platform_role_assignment where user_id = :user and level = 'COURSE'"
                        + " and scope_id = :course and source = 'enrolment' and role_id not in (select e.role_id from"
                        + " platform_enrolment e where e.user_id = :user and e.course_id = :course and " + ACTIVE + ")")
                .bind("user", user)
                .bind("course", course)
                .bind("now", now)
                .execute();
        handle.createUpdate("insert into platform_role_assignment (user_id, role_id, level, scope_id, source)"
                        + " select distinct e.user_id, e.role_id, 'COURSE', e.course_id, 'enrolment'"
                        + " from platform_enrolment e where e.user_id = :user and e.course_id = :course and " + ACTIVE
                        + " and not exists (select 1 from platform_role_assignment a" + OWN + ")")
                .bind("user", user)
                .bind("course", course)
                .bind("now", now)
                .execute();
    }

    /** One change of a course's enrolments at a time, so that the places are counted right. */
    private static boolean lock(Handle handle, long course) {
        return handle.createQuery("select id from platform_course where id = :id for update")
                .bind("id", course)
                .mapTo(Long.class)
                .findOne()
                .isPresent();
    }

    private static void requireUser(Handle handle, long user) {
        boolean known = handle.createQuery("select id from platform_user where id = :id and not deleted")
                .bind("id", user)
                .mapTo(Long.class)
                .findOne()
                .isPresent();
        if (!known) {
            throw new PlatformException("user.unknown");
        }
    }

    private static long role(Handle handle, String shortname) {
        return handle.createQuery("select id from platform_role where shortname = :name")
                .bind("name", shortname)
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> new PlatformException(
                        "role.unknown",
                        shortname,
                        String.join(
                                ", ",
                                handle.createQuery("select shortname from platform_role order by sort_order, id")
                                        .mapTo(String.class)
                                        .list())));
    }

    private static long count(Handle handle, long course, String method) {
        return handle.createQuery(
                        "select count(*) from platform_enrolment where course_id = :course and method = :method")
                .bind("course", course)
                .bind("method", method)
                .mapTo(Long.class)
                .one();
    }

    private static Optional<Enrolment> find(Handle handle, long user, long course, String method) {
        return list(
                        handle,
                        "e.user_id = :user and e.course_id = :course and e.method = :method",
                        Map.of("user", user, "course", course, "method", method))
                .stream()
                .findFirst();
    }

    private static List<Enrolment> list(Handle handle, String where, Map<String, Object> bindings) {
        return handle.createQuery(SELECT + "where " + where + " order by e.created, e.user_id, e.course_id, e.method")
                .bindMap(bindings)
                .map((row, context) -> enrolment(row))
                .list();
    }

    private static Enrolment enrolment(ResultSet row) throws SQLException {
        return new Enrolment(
                row.getLong("user_id"),
                row.getLong("course_id"),
                row.getString("method"),
                row.getString("shortname"),
                instant(row, "starts"),
                instant(row, "ends"),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                row.getObject("modified", OffsetDateTime.class).toInstant());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static @Nullable OffsetDateTime at(Optional<Instant> instant) {
        return instant.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
    }
}
