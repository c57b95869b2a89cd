package network.constellation.peer.enrolment;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.method.enrolment.EnrolmentTerms;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Tables {@code enrolment_offer} and {@code enrolment_asked}. */
@Singleton
final class OffersStore {
    private final Jdbi database;

    @Inject
    OffersStore(Jdbi database) {
        this.database = database;
    }

    /** All that a site offers: what is not listed is gone. */
    void replace(Wwwroot peer, List<Offer> offers, Instant now) {
        database.useTransaction(handle -> {
            handle.execute("delete from enrolment_offer where peer = ?", peer.value());
            if (!offers.isEmpty()) {
                insert(handle, offers);
            }
            saveAsked(handle, peer, Optional.of(now), now, "");
        });
    }

    void failed(Wwwroot peer, String problem, Instant now) {
        database.useTransaction(handle -> saveAsked(
                handle,
                peer,
                asked(handle, peer).flatMap(Asked::asked),
                now,
                problem.length() > 500 ? problem.substring(0, 500) : problem));
    }

    Optional<Asked> asked(Wwwroot peer) {
        return database.withHandle(handle -> asked(handle, peer));
    }

    List<Offer> of(Wwwroot peer) {
        return database.withHandle(handle -> handle.createQuery(
                        "select * from enrolment_offer where peer = :peer order by sort_order, course_id")
                .bind("peer", peer.value())
                .map((row, context) -> offer(row))
                .list());
    }

    Optional<Offer> find(Wwwroot peer, long courseId) {
        return database.withHandle(
                handle -> handle.createQuery("select * from enrolment_offer where peer = :peer and course_id = :id")
                        .bind("peer", peer.value())
                        .bind("id", courseId)
                        .map((row, context) -> offer(row))
                        .findOne());
    }

    private static void insert(Handle handle, List<Offer> offers) {
        PreparedBatch batch = handle.prepareBatch("insert into enrolment_offer (peer, course_id, fullname, shortname,"
                + " summary, category, role, sort_order, start_date, cost, terms, self_enrolment, roles, places_left)"
                + " values (:peer, :id, :fullname, :shortname, :summary, :category, :role, :sortOrder, :start, :cost,"
                + " :terms, :self, :roles, :places)");
        for (Offer offer : offers) {
            batch.bind("peer", offer.peer().value())
                    .bind("id", offer.courseId())
                    .bind("fullname", offer.fullname())
                    .bind("shortname", offer.shortname())
                    .bind("summary", offer.summary())
                    .bind("category", offer.category())
                    .bind("role", offer.role())
                    .bind("sortOrder", offer.sortOrder())
                    .bindByType(
                            "start",
                            offer.start().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
                            OffsetDateTime.class)
                    .bind("cost", offer.cost())
                    .bind("terms", offer.terms().isPresent())
                    .bind(
                            "self",
                            offer.terms().map(EnrolmentTerms::selfEnrolment).orElse(false))
                    .bind("roles", String.join(",", offer.roles()))
                    .bindByType(
                            "places",
                            offer.terms().flatMap(EnrolmentTerms::placesLeft).orElse(null),
                            Long.class)
                    .add();
        }
        batch.execute();
    }

    private static void saveAsked(Handle handle, Wwwroot peer, Optional<Instant> asked, Instant tried, String problem) {
        handle.execute("delete from enrolment_asked where peer = ?", peer.value());
        handle.createUpdate("insert into enrolment_asked (peer, asked, tried, problem)"
                        + " values (:peer, :asked, :tried, :problem)")
                .bind("peer", peer.value())
                .bindByType(
                        "asked", asked.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null), OffsetDateTime.class)
                .bind("tried", tried.atOffset(ZoneOffset.UTC))
                .bind("problem", problem)
                .execute();
    }

    private static Optional<Asked> asked(Handle handle, Wwwroot peer) {
        return handle.createQuery("select * from enrolment_asked where peer = :peer")
                .bind("peer", peer.value())
                .map((row, context) -> new Asked(
                        time(row, "asked"),
                        row.getObject("tried", OffsetDateTime.class).toInstant(),
                        row.getString("problem")))
                .findOne();
    }

    private static Offer offer(ResultSet row) throws SQLException {
        @Nullable Long places = row.getObject("places_left", Long.class);
        String roles = row.getString("roles");
        Optional<EnrolmentTerms> terms = row.getBoolean("terms")
                ? Optional.of(new EnrolmentTerms(
                        row.getBoolean("self_enrolment"),
                        roles.isEmpty() ? List.of() : List.of(roles.split(",")),
                        Optional.ofNullable(places)))
                : Optional.empty();
        return new Offer(
                Wwwroot.of(row.getString("peer")),
                row.getLong("course_id"),
                row.getString("fullname"),
                row.getString("shortname"),
                row.getString("summary"),
                row.getString("category"),
                row.getString("role"),
                row.getLong("sort_order"),
                time(row, "start_date"),
                row.getString("cost"),
                terms);
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
