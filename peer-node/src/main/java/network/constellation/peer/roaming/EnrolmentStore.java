package network.constellation.peer.roaming;

import static network.constellation.peer.roaming.JumpStore.at;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import network.constellation.keys.address.Wwwroot;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Table {@code roaming_enrolment}. */
@Singleton
final class EnrolmentStore {
    private final Jdbi database;

    @Inject
    EnrolmentStore(Jdbi database) {
        this.database = database;
    }

    /** All of a user's courses at one site, in one transaction: those not listed are gone. */
    void replace(long userId, Wwwroot peer, List<EnrolledCourse> courses, Instant now) {
        database.useTransaction(handle -> {
            handle.execute("delete from roaming_enrolment where user_id = ? and peer = ?", userId, peer.value());
            if (!courses.isEmpty()) {
                insert(handle, userId, courses, now);
            }
        });
    }

    private static void insert(Handle handle, long userId, List<EnrolledCourse> courses, Instant now) {
        PreparedBatch batch = handle.prepareBatch("insert into roaming_enrolment (user_id, peer, course_id,"
                + " fullname, shortname, category, role, sort_order, start_date, reported) values (:userId, :peer,"
                + " :courseId, :fullname, :shortname, :category, :role, :sortOrder, :startDate, :reported)");
        for (EnrolledCourse course : courses) {
            batch.bind("userId", userId)
                    .bind("peer", course.peer().value())
                    .bind("courseId", course.courseId())
                    .bind("fullname", course.fullname())
                    .bind("shortname", course.shortname())
                    .bind("category", course.category())
                    .bind("role", course.role())
                    .bind("sortOrder", course.sortOrder())
                    .bindByType(
                            "startDate", course.startDate().map(JumpStore::at).orElse(null), OffsetDateTime.class)
                    .bind("reported", at(now))
                    .add();
        }
        batch.execute();
    }

    void add(long userId, EnrolledCourse course, Instant now) {
        database.useTransaction(handle -> {
            delete(handle, userId, course.peer(), course.courseId());
            insert(handle, userId, List.of(course), now);
        });
    }

    void remove(long userId, Wwwroot peer, long courseId) {
        database.useHandle(handle -> delete(handle, userId, peer, courseId));
    }

    Set<Long> in(Wwwroot peer, long courseId) {
        return database.withHandle(handle -> new TreeSet<>(
                handle.createQuery("select user_id from roaming_enrolment where peer = :peer and course_id = :course")
                        .bind("peer", peer.value())
                        .bind("course", courseId)
                        .mapTo(Long.class)
                        .list()));
    }

    private static void delete(Handle handle, long userId, Wwwroot peer, long courseId) {
        handle.execute(
                "delete from roaming_enrolment where user_id = ? and peer = ? and course_id = ?",
                userId,
                peer.value(),
                courseId);
    }

    List<EnrolledCourse> of(long userId) {
        return database.withHandle(handle -> handle.createQuery("select peer, course_id, fullname, shortname, category,"
                        + " role, sort_order, start_date from roaming_enrolment where user_id = :userId"
                        + " order by peer, sort_order, fullname")
                .bind("userId", userId)
                .map((row, context) -> new EnrolledCourse(
                        Wwwroot.of(row.getString("peer")),
                        row.getLong("course_id"),
                        row.getString("fullname"),
                        row.getString("shortname"),
                        row.getString("category"),
                        row.getString("role"),
                        row.getLong("sort_order"),
                        Optional.ofNullable(row.getObject("start_date", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list());
    }
}
