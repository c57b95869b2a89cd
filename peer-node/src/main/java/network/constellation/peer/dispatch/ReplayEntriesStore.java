package network.constellation.peer.dispatch;

import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Tables {@code replay_entry} and {@code replay_horizon} of the node's database. */
final class ReplayEntriesStore {
    private final Jdbi database;

    ReplayEntriesStore(Jdbi database) {
        this.database = database;
    }

    /** @param id 16 bytes that cover tenant and replay key; @param at seconds since 1970 */
    record Entry(byte[] id, int sender, long at) {}

    /** @return false when the id is there already */
    boolean insert(byte[] id, long scope, int sender, long at) {
        try {
            database.useHandle(handle -> handle.execute(
                    "insert into replay_entry (id, scope, sender, at) values (?, ?, ?, ?)", id, scope, sender, at));
            return true;
        } catch (UnableToExecuteStatementException refused) {
            if (contains(id)) {
                return false;
            }
            throw refused;
        }
    }

    boolean contains(byte[] id) {
        return database.withHandle(handle -> handle.createQuery("select count(*) from replay_entry where id = ?")
                        .bind(0, id)
                        .mapTo(int.class)
                        .one()
                > 0);
    }

    void forEach(List<Long> scopes, Consumer<Entry> consumer) {
        for (long scope : scopes) {
            database.useHandle(handle -> handle.createQuery("select id, sender, at from replay_entry where scope = ?")
                    .bind(0, scope)
                    .setFetchSize(1_000)
                    .map((row, context) -> new Entry(row.getBytes(1), row.getInt(2), row.getLong(3)))
                    .forEach(consumer));
        }
    }

    long horizon(long scope) {
        return database.withHandle(handle -> handle.createQuery("select horizon from replay_horizon where scope = ?")
                .bind(0, scope)
                .mapTo(long.class)
                .findOne()
                .orElse(Long.MIN_VALUE));
    }

    /** Moves the horizon and forgets what is older, together. */
    void advance(long scope, long horizon) {
        database.useTransaction(handle -> {
            int moved = handle.execute(
                    "update replay_horizon set horizon = ? where scope = ? and horizon < ?", horizon, scope, horizon);
            if (moved == 0
                    && handle.createQuery("select count(*) from replay_horizon where scope = ?")
                                    .bind(0, scope)
                                    .mapTo(int.class)
                                    .one()
                            == 0) {
                handle.execute("insert into replay_horizon (scope, horizon) values (?, ?)", scope, horizon);
            }
            handle.execute("delete from replay_entry where scope = ? and at < ?", scope, horizon);
        });
    }

    void delete(long scope) {
        database.useHandle(handle -> handle.execute("delete from replay_entry where scope = ?", scope));
    }
}
