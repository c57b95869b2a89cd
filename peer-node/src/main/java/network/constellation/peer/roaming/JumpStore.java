package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import network.constellation.keys.address.Wwwroot;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** Tables {@code roaming_jump} and {@code roaming_visit}. */
@Singleton
final class JumpStore {
    private static final String SELECT =
            "select user_id, username, peer, user_agent, confirm_until, confirmed, started,"
                    + " expires, session_id, token_hash from roaming_jump ";

    private final Jdbi database;

    @Inject
    JumpStore(Jdbi database) {
        this.database = database;
    }

    /** A session with the hash of its unused token, if it is still unused. */
    record Row(JumpSession session, byte @Nullable [] tokenHash) {}

    /** One row per user, peer and browser: a new jump takes the place of the former, also of one made at the same moment. */
    void save(JumpSession session, byte[] tokenHash) {
        try {
            replace(session, tokenHash);
        } catch (UnableToExecuteStatementException doubleClick) {
            replace(session, tokenHash);
        }
    }

    private void replace(JumpSession session, byte[] tokenHash) {
        database.useTransaction(handle -> {
            handle.createUpdate("delete from roaming_jump"
                            + " where user_id = :userId and peer = :peer and user_agent = :userAgent")
                    .bind("userId", session.userId())
                    .bind("peer", session.peer().value())
                    .bind("userAgent", session.userAgentHash())
                    .execute();
            handle.createUpdate(
                            "insert into roaming_jump (user_id, username, peer, user_agent, token_hash,"
                                    + " confirm_until, confirmed, started, expires, session_id) values (:userId, :username,"
                                    + " :peer, :userAgent, :tokenHash, :confirmUntil, :confirmed, :started, :expires, :sessionId)")
                    .bind("userId", session.userId())
                    .bind("username", session.username())
                    .bind("peer", session.peer().value())
                    .bind("userAgent", session.userAgentHash())
                    .bind("tokenHash", tokenHash)
                    .bind("confirmUntil", at(session.confirmUntil()))
                    .bind("confirmed", session.confirmed())
                    .bind("started", at(session.started()))
                    .bind("expires", at(session.expires()))
                    .bind("sessionId", session.sessionId())
                    .execute();
        });
    }

    List<Row> atPeer(Wwwroot peer, String userAgentHash) {
        return rows(
                "where peer = :peer and user_agent = :userAgent",
                query -> query.bind("peer", peer.value()).bind("userAgent", userAgentHash));
    }

    /** Uses the token up. @return false when somebody else just did */
    boolean consume(JumpSession session, byte[] tokenHash, Instant now, Instant expires) {
        return database.inTransaction(handle -> {
            int changed = handle.createUpdate("update roaming_jump set token_hash = null, confirmed = :yes,"
                            + " expires = :expires where user_id = :userId and peer = :peer"
                            + " and user_agent = :userAgent and token_hash = :tokenHash")
                    .bind("yes", true)
                    .bind("expires", at(expires))
                    .bind("userId", session.userId())
                    .bind("peer", session.peer().value())
                    .bind("userAgent", session.userAgentHash())
                    .bind("tokenHash", tokenHash)
                    .execute();
            if (changed == 1) {
                countVisit(handle, session, now);
            }
            return changed == 1;
        });
    }

    private static void countVisit(Handle handle, JumpSession session, Instant now) {
        int known = handle.createUpdate("update roaming_visit set visited = :now, visits = visits + 1"
                        + " where user_id = :userId and peer = :peer")
                .bind("now", at(now))
                .bind("userId", session.userId())
                .bind("peer", session.peer().value())
                .execute();
        if (known == 0) {
            handle.createUpdate("insert into roaming_visit (user_id, peer, visited, visits)"
                            + " values (:userId, :peer, :now, 1)")
                    .bind("userId", session.userId())
                    .bind("peer", session.peer().value())
                    .bind("now", at(now))
                    .execute();
        }
    }

    List<JumpSession> ofUsername(String username, String userAgentHash) {
        return sessions(
                "where username = :username and user_agent = :userAgent",
                query -> query.bind("username", username).bind("userAgent", userAgentHash));
    }

    List<JumpSession> ofUsernameAt(Wwwroot peer, String username) {
        return sessions(
                "where peer = :peer and username = :username",
                query -> query.bind("peer", peer.value()).bind("username", username));
    }

    List<JumpSession> ofSession(String sessionId) {
        return sessions("where session_id = :sessionId", query -> query.bind("sessionId", sessionId));
    }

    List<JumpSession> all() {
        return sessions("order by started desc", query -> query);
    }

    void extend(Wwwroot peer, String username, Instant expires) {
        database.useHandle(handle -> handle.createUpdate("update roaming_jump set expires = :expires"
                        + " where peer = :peer and username = :username and confirmed = :yes")
                .bind("expires", at(expires))
                .bind("peer", peer.value())
                .bind("username", username)
                .bind("yes", true)
                .execute());
    }

    /** @return whether it was there */
    boolean delete(JumpSession session) {
        return database.withHandle(handle -> handle.createUpdate("delete from roaming_jump"
                                + " where user_id = :userId and peer = :peer and user_agent = :userAgent")
                        .bind("userId", session.userId())
                        .bind("peer", session.peer().value())
                        .bind("userAgent", session.userAgentHash())
                        .execute())
                > 0;
    }

    int deleteOver(Instant now) {
        return database.withHandle(handle -> handle.createUpdate("delete from roaming_jump where expires < :now")
                .bind("now", at(now))
                .execute());
    }

    Map<Wwwroot, Instant> visits(long userId) {
        return database.withHandle(handle -> handle.createQuery(
                        "select peer, visited from roaming_visit where user_id = :userId")
                .bind("userId", userId)
                .reduceRows(new HashMap<>(), (map, row) -> {
                    map.put(
                            Wwwroot.of(row.getColumn("peer", String.class)),
                            row.getColumn("visited", OffsetDateTime.class).toInstant());
                    return map;
                }));
    }

    private List<JumpSession> sessions(String where, UnaryOperator<Query> bind) {
        return rows(where, bind).stream().map(Row::session).toList();
    }

    private List<Row> rows(String where, UnaryOperator<Query> bind) {
        return database.withHandle(handle -> bind.apply(handle.createQuery(SELECT + where))
                .map((row, context) -> new Row(session(row), row.getBytes("token_hash")))
                .list());
    }

    private static JumpSession session(ResultSet row) throws SQLException {
        return new JumpSession(
                row.getLong("user_id"),
                row.getString("username"),
                Wwwroot.of(row.getString("peer")),
                row.getString("user_agent"),
                time(row, "confirm_until"),
                row.getBoolean("confirmed"),
                time(row, "started"),
                time(row, "expires"),
                row.getString("session_id"));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
