package network.constellation.peer.courses;

import static network.constellation.peer.courses.ShelfStore.at;
import static network.constellation.peer.courses.ShelfStore.instant;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import org.jdbi.v3.core.Jdbi;

/** Table {@code courses_copy}: copies on this site's platform. */
@Singleton
final class CopyStore {
    private final Jdbi jdbi;

    @Inject
    CopyStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A copy that is being made: neither complete nor visible. */
    void insert(ShelfOrder order, String uid, long version, long course, Instant now) {
        jdbi.useHandle(
                handle -> handle.createUpdate("insert into courses_copy (order_id, kind, uid, version, course_id,"
                                + " source, username, home, visible, complete, created) values (:order, :kind, :uid, :version,"
                                + " :course, :source, :username, :home, false, false, :now)")
                        .bind("order", order.id())
                        .bind("kind", order.kind().name())
                        .bind("uid", uid)
                        .bind("version", version)
                        .bind("course", course)
                        .bind("source", order.peer().value())
                        .bind("username", order.asker().username())
                        .bind("home", order.asker().home())
                        .bind("now", at(now))
                        .execute());
    }

    Optional<CourseCopy> ofOrder(String orderId) {
        return list("order_id = :order", Map.of("order", orderId)).stream().findFirst();
    }

    /** Complete ones, newest first. */
    List<CourseCopy> of(String uid) {
        return list("uid = :uid and complete order by id desc", Map.of("uid", uid));
    }

    /** Complete ones of this sort, newest first. */
    List<CourseCopy> of(String uid, CourseCopy.Kind kind) {
        return of(uid).stream().filter(copy -> copy.kind() == kind).toList();
    }

    Optional<CourseCopy> ofCourse(long course) {
        return list("course_id = :course order by id desc", Map.of("course", course)).stream()
                .findFirst();
    }

    /** All that were deployed here, newest first. */
    List<CourseCopy> deployed() {
        return list("kind = 'DEPLOY' and complete order by id desc", Map.of());
    }

    void complete(CourseCopy copy) {
        jdbi.useHandle(handle -> handle.execute("update courses_copy set complete = true where id = ?", copy.id()));
    }

    /** A copy that never became complete. */
    void forget(String orderId) {
        jdbi.useHandle(
                handle -> handle.execute("delete from courses_copy where order_id = ? and not complete", orderId));
    }

    /** In one step this publication is the one that is shown, and every other of its course is not. */
    void showOnly(CourseCopy copy) {
        jdbi.useTransaction(handle -> handle.execute(
                "update courses_copy set complete = case when id = ? then true else complete end,"
                        + " visible = (id = ?) where uid = ? and kind = 'PUBLISH'",
                copy.id(),
                copy.id(),
                copy.uid()));
    }

    /** @return how many were shown until now */
    int hide(String uid) {
        return jdbi.withHandle(handle -> handle.execute(
                "update courses_copy set visible = false where uid = ? and kind = 'PUBLISH' and visible", uid));
    }

    /** The versions that the catalog shows, by title. */
    List<CourseVersion> shown() {
        return jdbi.withHandle(handle -> handle.createQuery("select v.*, c.origin, c.source from courses_version v"
                        + " join courses_course c on c.uid = v.uid join courses_copy p on p.uid = v.uid and"
                        + " p.version = v.version where p.visible and p.complete and p.kind = 'PUBLISH'"
                        + " order by lower(v.title), v.id")
                .map((row, context) -> ShelfStore.version(row))
                .list());
    }

    private List<CourseCopy> list(String where, Map<String, ?> bound) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from courses_copy where " + where)
                .bindMap(bound)
                .map((row, context) -> copy(row))
                .list());
    }

    private static CourseCopy copy(ResultSet row) throws SQLException {
        return new CourseCopy(
                row.getLong("id"),
                row.getString("order_id"),
                CourseCopy.Kind.valueOf(row.getString("kind")),
                row.getString("uid"),
                row.getLong("version"),
                row.getLong("course_id"),
                Wwwroot.of(row.getString("source")),
                row.getString("username"),
                row.getString("home"),
                row.getBoolean("visible"),
                row.getBoolean("complete"),
                instant(row, "created"));
    }
}
