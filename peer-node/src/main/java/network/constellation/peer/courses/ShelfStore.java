package network.constellation.peer.courses;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.files.ContentHash;
import network.constellation.protocol.method.courses.CourseSheet;
import network.constellation.protocol.method.courses.CourseTexts;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Tables {@code courses_course} and {@code courses_version}. */
@Singleton
final class ShelfStore {
    private static final String VERSIONS =
            "select v.*, c.origin, c.source from courses_version v" + " join courses_course c on c.uid = v.uid where ";

    private final Jdbi jdbi;

    @Inject
    ShelfStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    <T> T inTransaction(org.jdbi.v3.core.HandleCallback<T, RuntimeException> work) {
        return jdbi.inTransaction(work);
    }

    /** Who alone may bring versions of this course; empty while it is unknown here. */
    Optional<Wwwroot> source(String uid) {
        return jdbi.withHandle(handle -> handle.createQuery("select source from courses_course where uid = :uid")
                .bind("uid", uid)
                .mapTo(String.class)
                .findOne()
                .map(Wwwroot::of));
    }

    /** A course that is not known yet. */
    void insertCourse(Handle handle, String uid, Wwwroot origin, Wwwroot source, Instant now) {
        boolean known = handle.createQuery("select count(*) from courses_course where uid = :uid")
                        .bind("uid", uid)
                        .mapTo(Long.class)
                        .one()
                > 0;
        if (!known) {
            handle.execute(
                    "insert into courses_course (uid, origin, source, created) values (?, ?, ?, ?)",
                    uid,
                    origin.value(),
                    source.value(),
                    at(now));
        }
    }

    /** @return its number; the same version with the same package is one */
    long insertVersion(
            Handle handle,
            String uid,
            long version,
            ContentHash hash,
            long size,
            CourseSheet sheet,
            Instant now,
            String by) {
        return handle.createUpdate(
                        "insert into courses_version (uid, version, sha256, size, title, sheet, made, made_by)"
                                + " values (:uid, :version, :sha256, :size, :title, :sheet, :made, :by)")
                .bind("uid", uid)
                .bind("version", version)
                .bind("sha256", hash.hex())
                .bind("size", size)
                .bind("title", sheet.title())
                .bind("sheet", CourseTexts.text(sheet))
                .bind("made", at(now))
                .bind("by", by)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    long newest(Handle handle, String uid) {
        return handle.createQuery("select coalesce(max(version), 0) from courses_version where uid = :uid")
                .bind("uid", uid)
                .mapTo(Long.class)
                .one();
    }

    Optional<CourseVersion> version(long id) {
        return one("v.id = :id", Map.of("id", id));
    }

    Optional<CourseVersion> version(String uid, long version) {
        return one("v.uid = :uid and v.version = :version", Map.of("uid", uid, "version", version));
    }

    /** The newest version of a course. */
    Optional<CourseVersion> newest(String uid) {
        return versions(uid).stream().findFirst();
    }

    /** Newest first. */
    List<CourseVersion> versions(String uid) {
        return list("v.uid = :uid order by v.version desc", Map.of("uid", uid));
    }

    /** The newest version of each course that came from {@code source}, by title. */
    List<CourseVersion> newestFrom(Wwwroot source) {
        return list(
                "c.source = :source and v.version = (select max(n.version) from courses_version n where n.uid = v.uid)"
                        + " order by lower(v.title), v.id",
                Map.of("source", source.value()));
    }

    /** Versions with exactly this package, brought by {@code source}. */
    List<CourseVersion> withPackage(ContentHash hash, Wwwroot source) {
        return list(
                "v.sha256 = :sha256 and c.source = :source order by v.id",
                Map.of("sha256", hash.hex(), "source", source.value()));
    }

    boolean uses(ContentHash hash) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from courses_version where sha256 = :hash")
                        .bind("hash", hash.hex())
                        .mapTo(Long.class)
                        .one()
                > 0);
    }

    private Optional<CourseVersion> one(String where, Map<String, ?> bound) {
        return list(where, bound).stream().findFirst();
    }

    private List<CourseVersion> list(String where, Map<String, ?> bound) {
        return jdbi.withHandle(handle -> handle.createQuery(VERSIONS + where)
                .bindMap(bound)
                .map((row, context) -> version(row))
                .list());
    }

    static CourseVersion version(ResultSet row) throws SQLException {
        return new CourseVersion(
                row.getLong("id"),
                row.getString("uid"),
                row.getLong("version"),
                Wwwroot.of(row.getString("origin")),
                Wwwroot.of(row.getString("source")),
                new ContentHash(row.getString("sha256")),
                row.getLong("size"),
                CourseTexts.sheet(row.getString("sheet")),
                instant(row, "made"),
                row.getString("made_by"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
