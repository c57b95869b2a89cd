package network.constellation.peer.enrolment;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;

/** Table {@code enrolment_open}. */
@Singleton
final class OpeningsStore {
    private static final String ALL_SITES = "";

    private final Jdbi database;

    @Inject
    OpeningsStore(Jdbi database) {
        this.database = database;
    }

    <X extends Exception> void inTransaction(HandleConsumer<X> work) throws X {
        database.useTransaction(work);
    }

    List<Opening> all() {
        return database.withHandle(handle -> handle.createQuery("select * from enrolment_open order by course_id, peer")
                .map((row, context) -> opening(row))
                .list());
    }

    List<Opening> of(long courseId) {
        return database.withHandle(
                handle -> handle.createQuery("select * from enrolment_open where course_id = :id order by peer")
                        .bind("id", courseId)
                        .map((row, context) -> opening(row))
                        .list());
    }

    /** Those for this site and those for all; of one course, that for this site first. */
    List<Opening> reaching(Wwwroot peer) {
        return database.withHandle(handle -> handle.createQuery(
                        "select * from enrolment_open where peer = :peer or peer = '' order by course_id, peer desc")
                .bind("peer", peer.value())
                .map((row, context) -> opening(row))
                .list());
    }

    void save(Handle handle, Opening opening) {
        delete(handle, opening.courseId(), opening.peer());
        handle.execute(
                "insert into enrolment_open (course_id, peer, role, other_roles, self_enrolment, places, changed, actor)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                opening.courseId(),
                holder(opening.peer()),
                opening.role(),
                String.join(",", opening.otherRoles()),
                opening.selfEnrolment(),
                opening.places(),
                opening.changed().atOffset(ZoneOffset.UTC),
                opening.actor());
    }

    int delete(Handle handle, long courseId, Optional<Wwwroot> peer) {
        return handle.execute("delete from enrolment_open where course_id = ? and peer = ?", courseId, holder(peer));
    }

    private static String holder(Optional<Wwwroot> peer) {
        return peer.map(Wwwroot::value).orElse(ALL_SITES);
    }

    private static Opening opening(ResultSet row) throws SQLException {
        String peer = row.getString("peer");
        String roles = row.getString("other_roles");
        return new Opening(
                row.getLong("course_id"),
                peer.isEmpty() ? Optional.empty() : Optional.of(Wwwroot.of(peer)),
                row.getString("role"),
                roles.isEmpty() ? List.of() : List.of(roles.split(",")),
                row.getBoolean("self_enrolment"),
                row.getInt("places"),
                row.getObject("changed", OffsetDateTime.class).toInstant(),
                row.getString("actor"));
    }
}
