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
import java.util.UUID;
import java.util.function.Function;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.courses.ShelfOrder.Asker;
import network.constellation.peer.courses.ShelfOrder.Direction;
import network.constellation.peer.courses.ShelfOrder.Road;
import network.constellation.peer.courses.ShelfOrder.State;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Table {@code courses_order}. */
@Singleton
final class OrderStore {
    private static final int LONGEST_NOTE = 2000;
    private static final int LONGEST_TITLE = 1333;
    private static final int LONGEST_URL = 1000;

    private final Jdbi jdbi;

    @Inject
    OrderStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Stores the order with its job in one transaction, unless there is one of this number.
     *
     * @param job starts the job within the transaction; empty for an order that needs none
     * @return the order as it stands
     */
    ShelfOrder insertOnce(ShelfOrder order, Function<Handle, Optional<UUID>> job) {
        try {
            jdbi.useTransaction(handle -> {
                if (isNew(handle, order.id())) {
                    insert(handle, order);
                    Optional<UUID> started = job.apply(handle);
                    handle.execute(
                            "update courses_order set job = ? where id = ?",
                            started.map(UUID::toString).orElse(""),
                            order.id());
                }
            });
        } catch (UnableToExecuteStatementException twice) {
            // Two at the same moment: the other one is the order.
            return find(order.id()).orElseThrow(() -> twice);
        }
        return find(order.id()).orElseThrow();
    }

    private static boolean isNew(Handle handle, String id) {
        return handle.createQuery("select count(*) from courses_order where id = :id")
                        .bind("id", id)
                        .mapTo(Long.class)
                        .one()
                == 0;
    }

    private static void insert(Handle handle, ShelfOrder order) {
        handle.createUpdate("insert into courses_order (id, direction, kind, road, peer, uid, version, origin,"
                        + " sha256, size, title, holder_course, username, home, category, replacing, state, note,"
                        + " course_id, url, job, created, changed) values (:id, :direction, :kind, :road, :peer, :uid,"
                        + " :version, :origin, :sha256, :size, :title, :holder, :username, :home, :category,"
                        + " :replacing, :state, :note, :course, :url, '', :created, :created)")
                .bind("id", order.id())
                .bind("direction", order.direction().name())
                .bind("kind", order.kind().name())
                .bind("road", order.road().name())
                .bind("peer", order.peer().value())
                .bind("uid", order.course().uid())
                .bind("version", order.course().version())
                .bind("origin", order.course().origin())
                .bind("sha256", order.course().sha256())
                .bind("size", order.course().size())
                .bind("title", cut(order.course().title(), LONGEST_TITLE))
                .bind("holder", order.holderCourse())
                .bind("username", order.asker().username())
                .bind("home", order.asker().home())
                .bind("category", order.category())
                .bind("replacing", order.replacing())
                .bind("state", order.state().name())
                .bind("note", cut(order.note(), LONGEST_NOTE))
                .bind("course", order.copyCourse())
                .bind("url", cut(order.url(), LONGEST_URL))
                .bind("created", at(order.created()))
                .execute();
    }

    Optional<ShelfOrder> find(String id) {
        return list("id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** Newest first, at most 500. */
    List<ShelfOrder> newest() {
        return list("0 = 0 order by created desc, id limit 500", Map.of());
    }

    /** About one course, newest first. */
    List<ShelfOrder> about(String uid) {
        return list("uid = :uid order by created desc, id limit 500", Map.of("uid", uid));
    }

    /** Open orders that let this peer fetch the course of this number. */
    List<ShelfOrder> pending(Wwwroot peer, long holderCourse) {
        return list(
                "direction = 'OUT' and peer = :peer and holder_course = :course and state = 'OPEN'"
                        + " order by created desc",
                Map.of("peer", peer.value(), "course", holderCourse));
    }

    /** What became known of the course on its way. */
    void learned(String id, ShelfOrder.Course course, long holderCourse, Instant now) {
        jdbi.useHandle(handle -> handle.execute(
                "update courses_order set uid = ?, version = ?, origin = ?, sha256 = ?, size = ?, title = ?,"
                        + " holder_course = ?, changed = ? where id = ?",
                course.uid(),
                course.version(),
                course.origin(),
                course.sha256(),
                course.size(),
                cut(course.title(), LONGEST_TITLE),
                holderCourse,
                at(now),
                id));
    }

    /** The copy exists, though it is not complete. */
    void placed(String id, long course, String url, Instant now) {
        jdbi.useHandle(handle -> handle.execute(
                "update courses_order set course_id = ?, url = ?, changed = ? where id = ?",
                course,
                cut(url, LONGEST_URL),
                at(now),
                id));
    }

    /** @return whether it was in another state until now */
    boolean state(String id, State state, String note, Instant now) {
        return jdbi.withHandle(handle -> handle.execute(
                        "update courses_order set state = ?, note = ?, changed = ? where id = ? and state <> ?",
                        state.name(),
                        cut(note, LONGEST_NOTE),
                        at(now),
                        id,
                        state.name())
                > 0);
    }

    /** Nobody may fetch any more what was ordered before this moment. */
    int expire(Instant before, String note, Instant now) {
        return jdbi.withHandle(handle -> handle.execute(
                "update courses_order set state = 'FAILED', note = ?, changed = ?"
                        + " where state = 'OPEN' and direction = 'OUT' and job = '' and created < ?",
                note,
                at(now),
                at(before)));
    }

    private List<ShelfOrder> list(String where, Map<String, ?> bound) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from courses_order where " + where)
                .bindMap(bound)
                .map((row, context) -> order(row))
                .list());
    }

    private static ShelfOrder order(ResultSet row) throws SQLException {
        return new ShelfOrder(
                row.getString("id"),
                Direction.valueOf(row.getString("direction")),
                CourseCopy.Kind.valueOf(row.getString("kind")),
                Road.valueOf(row.getString("road")),
                Wwwroot.of(row.getString("peer")),
                new ShelfOrder.Course(
                        row.getString("uid"),
                        row.getLong("version"),
                        row.getString("origin"),
                        row.getString("sha256"),
                        row.getLong("size"),
                        row.getString("title")),
                row.getLong("holder_course"),
                new Asker(row.getString("username"), row.getString("home")),
                row.getLong("category"),
                row.getBoolean("replacing"),
                State.valueOf(row.getString("state")),
                row.getString("note"),
                row.getLong("course_id"),
                row.getString("url"),
                Optional.of(row.getString("job")).filter(job -> !job.isEmpty()).map(UUID::fromString),
                instant(row, "created"),
                instant(row, "changed"));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
