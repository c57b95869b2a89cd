package network.constellation.peer.web.session;

import com.google.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Tables {@code web_session} and {@code web_session_attribute}. */
class SessionsStore {
    private final Jdbi jdbi;

    @Inject
    SessionsStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(Session session) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("insert into web_session (id, user_id, peer, created, last_seen, expires)"
                            + " values (:id, :user, :peer, :created, :seen, :expires)")
                    .bind("id", session.id())
                    .bind("user", session.userId())
                    .bind("peer", session.origin().peer().map(Wwwroot::value).orElse(null))
                    .bind("created", at(session.created()))
                    .bind("seen", at(session.lastSeen()))
                    .bind("expires", at(session.expires()))
                    .execute();
            session.attributes().forEach((name, value) -> put(handle, session.id(), name, value));
        });
    }

    Optional<Session> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from web_session where id = :id")
                .bind("id", id)
                .map((row, context) -> read(handle, row, context))
                .findOne());
    }

    List<Session> ofUser(long userId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from web_session where user_id = :user order by created")
                        .bind("user", userId)
                        .map((row, context) -> read(handle, row, context))
                        .list());
    }

    List<Session> seenSince(Instant since) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from web_session where last_seen >= :since order by id")
                        .bind("since", at(since))
                        .map((row, context) -> read(handle, row, context))
                        .list());
    }

    void touch(String id, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update web_session set last_seen = :now where id = :id")
                .bind("now", at(now))
                .bind("id", id)
                .execute());
    }

    void attribute(String id, String name, String value) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("delete from web_session_attribute where session_id = :id and name = :name")
                    .bind("id", id)
                    .bind("name", name)
                    .execute();
            put(handle, id, name, value);
        });
    }

    void delete(String id) {
        update("delete from web_session where id = ?", id);
    }

    int deleteOfUser(long userId) {
        return update("delete from web_session where user_id = ?", userId);
    }

    int deleteOthersOfUser(long userId, String keepId) {
        return update("delete from web_session where user_id = ? and id <> ?", userId, keepId);
    }

    int deleteOver(Instant now, Instant idleSince) {
        return update("delete from web_session where expires <= ? or last_seen <= ?", at(now), at(idleSince));
    }

    private int update(String sql, Object... arguments) {
        return jdbi.withHandle(handle -> handle.execute(sql, arguments));
    }

    private static void put(Handle handle, String id, String name, String value) {
        handle.execute(
                "insert into web_session_attribute (session_id, name, content) values (?, ?, ?)", id, name, value);
    }

    private static Session read(Handle handle, ResultSet row, StatementContext context) throws SQLException {
        String id = row.getString("id");
        Map<String, String> attributes = new HashMap<>();
        handle.createQuery("select name, content from web_session_attribute where session_id = :id")
                .bind("id", id)
                .map((attribute, inner) -> Map.entry(attribute.getString("name"), attribute.getString("content")))
                .forEach(entry -> attributes.put(entry.getKey(), entry.getValue()));
        String peer = row.getString("peer");
        return new Session(
                id,
                row.getLong("user_id"),
                peer == null ? Origin.local() : Origin.landedFrom(Wwwroot.of(peer)),
                instant(row, "created"),
                instant(row, "last_seen"),
                instant(row, "expires"),
                attributes);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
