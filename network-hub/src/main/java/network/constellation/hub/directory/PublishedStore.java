package network.constellation.hub.directory;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.DirectoryVersion;
import network.constellation.protocol.directory.Entry;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Tables {@code directory_state} and {@code directory_entry}. */
final class PublishedStore {
    private final Jdbi jdbi;

    @Inject
    PublishedStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The signed header of the newest version. */
    Optional<byte[]> header() {
        return jdbi.withHandle(handle -> handle.createQuery("select header from directory_state")
                .mapTo(byte[].class)
                .findOne());
    }

    List<byte[]> entries() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select content from directory_entry where content is not null")
                        .mapTo(byte[].class)
                        .list());
    }

    /** A new version with what is different in it; both or neither. */
    void publish(Directory directory, Collection<Entry> changed, Collection<String> removed) {
        jdbi.useTransaction(handle -> {
            state(handle, directory);
            if (!removed.isEmpty() || !changed.isEmpty()) {
                write(handle, directory.version(), changed, removed);
            }
        });
    }

    private static void state(Handle handle, Directory directory) {
        handle.execute("delete from directory_state");
        handle.createUpdate("insert into directory_state (id, term, sequence, header)"
                        + " values (1, :term, :sequence, :header)")
                .bind("term", directory.version().term())
                .bind("sequence", directory.version().sequence())
                .bind("header", directory.signedHeader().encoded())
                .execute();
    }

    private static void write(
            Handle handle, DirectoryVersion version, Collection<Entry> changed, Collection<String> removed) {
        PreparedBatch gone = handle.prepareBatch("delete from directory_entry where entry_id = :id");
        changed.forEach(entry -> gone.bind("id", entry.id()).add());
        removed.forEach(id -> gone.bind("id", id).add());
        gone.execute();
        PreparedBatch rows = handle.prepareBatch("insert into directory_entry (entry_id, content, changed_term,"
                + " changed_seq) values (:id, :content, :term, :sequence)");
        changed.forEach(entry -> row(rows, entry.id(), entry.bytes(), version));
        removed.forEach(id -> row(rows, id, null, version));
        rows.execute();
    }

    private static void row(
            PreparedBatch rows,
            String id,
            byte @org.jspecify.annotations.Nullable [] content,
            DirectoryVersion version) {
        rows.bind("id", id)
                .bind("content", content)
                .bind("term", version.term())
                .bind("sequence", version.sequence())
                .add();
    }

    /** What came to be after a version. @param id of an entry; its content is empty when it was removed */
    record Change(String id, Optional<byte[]> content) {}

    List<Change> since(DirectoryVersion base) {
        return jdbi.withHandle(handle -> handle.createQuery("select entry_id, content from directory_entry"
                        + " where changed_term > :term or (changed_term = :term and changed_seq > :sequence)")
                .bind("term", base.term())
                .bind("sequence", base.sequence())
                .map((row, context) ->
                        new Change(row.getString("entry_id"), Optional.ofNullable(row.getBytes("content"))))
                .list());
    }
}
