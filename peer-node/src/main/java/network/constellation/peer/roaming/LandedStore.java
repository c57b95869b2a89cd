package network.constellation.peer.roaming;

import static network.constellation.peer.roaming.JumpStore.at;
import static network.constellation.peer.roaming.JumpStore.time;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.method.roaming.HostCourses;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Tables {@code roaming_landed} and {@code roaming_host}. */
@Singleton
final class LandedStore {
    private final Jdbi database;

    @Inject
    LandedStore(Jdbi database) {
        this.database = database;
    }

    void insert(LandedSession session, List<HostCourses> hosts) {
        database.useTransaction(handle -> {
            handle.createUpdate("insert into roaming_landed (session_id, user_id, username, peer, user_agent, landed,"
                            + " expires) values (:sessionId, :userId, :username, :peer, :userAgent, :landed, :expires)")
                    .bind("sessionId", session.sessionId())
                    .bind("userId", session.userId())
                    .bind("username", session.username())
                    .bind("peer", session.peer().value())
                    .bind("userAgent", session.userAgentHash())
                    .bind("landed", at(session.landed()))
                    .bind("expires", at(session.expires()))
                    .execute();
            handle.execute("delete from roaming_host where user_id = ?", session.userId());
            for (HostCourses host : hosts) {
                handle.execute(
                        "insert into roaming_host (user_id, url, name, courses) values (?, ?, ?, ?)",
                        session.userId(),
                        host.url(),
                        host.name(),
                        host.count());
            }
        });
    }

    Optional<LandedSession> find(String sessionId) {
        return sessions("where session_id = :id", query -> query.bind("id", sessionId)).stream()
                .findFirst();
    }

    List<LandedSession> ofUser(Wwwroot peer, String username, String userAgentHash) {
        return sessions(
                "where peer = :peer and username = :username and user_agent = :userAgent",
                query -> query.bind("peer", peer.value())
                        .bind("username", username)
                        .bind("userAgent", userAgentHash));
    }

    List<LandedSession> all() {
        return sessions("order by landed desc", query -> query);
    }

    List<HostCourses> hosts(long userId) {
        return database.withHandle(handle -> handle.createQuery(
                        "select name, url, courses from roaming_host where user_id = :userId order by name, url")
                .bind("userId", userId)
                .map((row, context) ->
                        new HostCourses(row.getString("name"), row.getString("url"), row.getLong("courses")))
                .list());
    }

    /** @return whether it was there */
    boolean delete(String sessionId) {
        return database.withHandle(
                        handle -> handle.execute("delete from roaming_landed where session_id = ?", sessionId))
                > 0;
    }

    private List<LandedSession> sessions(String where, UnaryOperator<Query> bind) {
        return database.withHandle(handle -> bind.apply(handle.createQuery(
                        "select session_id, user_id, username, peer, user_agent, landed, expires from roaming_landed "
                                + where))
                .map((row, context) -> new LandedSession(
                        row.getString("session_id"),
                        row.getLong("user_id"),
                        row.getString("username"),
                        Wwwroot.of(row.getString("peer")),
                        row.getString("user_agent"),
                        time(row, "landed"),
                        time(row, "expires")))
                .list());
    }
}
