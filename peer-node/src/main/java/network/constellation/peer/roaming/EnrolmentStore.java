package network.constellation.peer.roaming;

import static network.constellation.peer.roaming.JumpStore.at;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
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
            if (courses.isEmpty()) {
                return;
            }
            PreparedBatch batch = handle.prepareBatch("insert into roaming_enrolment (user_id, peer, course_id,"
                    + " fullname, shortname, category, role, sort_order, start_date, reported) values (:userId, :peer,"
                    + " :courseId, :fullname, :shortname, :category, :role, :sortOrder, :startDate, :reported)");
            for (EnrolledCourse course : courses) {
                batch.bind("userId", userId)
                        .bind("peer", peer.value())
                        .bind("courseId", course.courseId())
                        .bind("fullname", course.fullname())
                        .bind("shortname", course.shortname())
                        .bind("category", course.category())
                        .bind("role", course.role())
                        .bind("sortOrder", course.sortOrder())
                        .bindByType(
                                "startDate",
                                course.startDate().map(JumpStore::at).orElse(null),
                                OffsetDateTime.class)
                        .bind("reported", at(now))
                        .add();
            }
            batch.execute();
        });
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
