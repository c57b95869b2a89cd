package network.constellation.peer.roaming;

import static network.constellation.peer.roaming.JumpStore.at;
import static network.constellation.peer.roaming.JumpStore.time;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;

/** Tables {@code roaming_access} and {@code roaming_fields}. */
@Singleton
final class AccessStore {
    private final Jdbi database;

    @Inject
    AccessStore(Jdbi database) {
        this.database = database;
    }

    <X extends Exception> void inTransaction(HandleConsumer<X> work) throws X {
        database.useTransaction(work);
    }

    Optional<Boolean> allowed(Wwwroot peer, String username) {
        return database.withHandle(handle -> handle.createQuery(
                        "select allowed from roaming_access where peer = :peer and username = :username")
                .bind("peer", peer.value())
                .bind("username", username)
                .mapTo(Boolean.class)
                .findOne());
    }

    List<AccessRule> rules() {
        return database.withHandle(handle -> handle.createQuery(
                        "select peer, username, allowed, changed, actor from roaming_access order by peer, username")
                .map((row, context) -> new AccessRule(
                        Wwwroot.of(row.getString("peer")),
                        row.getString("username"),
                        row.getBoolean("allowed"),
                        time(row, "changed"),
                        row.getString("actor")))
                .list());
    }

    void save(Handle handle, AccessRule rule) {
        delete(handle, rule.peer(), rule.username());
        handle.execute(
                "insert into roaming_access (peer, username, allowed, changed, actor) values (?, ?, ?, ?, ?)",
                rule.peer().value(),
                rule.username(),
                rule.allowed(),
                at(rule.changed()),
                rule.actor());
    }

    int delete(Handle handle, Wwwroot peer, String username) {
        return handle.execute("delete from roaming_access where peer = ? and username = ?", peer.value(), username);
    }

    /** Empty when the configured list holds for this site. */
    Optional<List<String>> fields(Wwwroot peer) {
        return database.withHandle(handle -> handle.createQuery("select fields from roaming_fields where peer = :peer")
                .bind("peer", peer.value())
                .mapTo(String.class)
                .findOne()
                .map(text -> text.isEmpty() ? List.of() : List.of(text.split(","))));
    }

    void saveFields(Handle handle, Wwwroot peer, Optional<List<String>> fields) {
        handle.execute("delete from roaming_fields where peer = ?", peer.value());
        fields.ifPresent(list -> handle.execute(
                "insert into roaming_fields (peer, fields) values (?, ?)", peer.value(), String.join(",", list)));
    }
}
