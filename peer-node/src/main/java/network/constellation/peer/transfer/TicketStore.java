package network.constellation.peer.transfer;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.files.ContentHash;
import org.jdbi.v3.core.Jdbi;

/** Tables {@code transfer_ticket} and {@code transfer_pieces}. */
@Singleton
final class TicketStore {
    private final Jdbi database;

    @Inject
    TicketStore(Jdbi database) {
        this.database = database;
    }

    void insert(GivenTicket ticket) {
        database.useHandle(handle -> handle.execute(
                "insert into transfer_ticket (id, secret, content, receiver, expires) values (?, ?, ?, ?, ?)",
                ticket.id(),
                ticket.secret(),
                ticket.content().hex(),
                ticket.receiver().value(),
                at(ticket.expires())));
    }

    Optional<GivenTicket> find(String id) {
        return database.withHandle(handle -> handle.createQuery(
                        "select id, secret, content, receiver, expires from transfer_ticket where id = :id")
                .bind("id", id)
                .map((row, context) -> new GivenTicket(
                        row.getString("id"),
                        row.getBytes("secret"),
                        new ContentHash(row.getString("content")),
                        Wwwroot.of(row.getString("receiver")),
                        row.getObject("expires", OffsetDateTime.class).toInstant()))
                .findFirst());
    }

    /** @return how many there were */
    int deleteExpired(Instant now) {
        return database.withHandle(handle -> handle.execute("delete from transfer_ticket where expires < ?", at(now)));
    }

    void deleteOf(Wwwroot receiver) {
        database.useHandle(
                handle -> handle.execute("delete from transfer_ticket where receiver = ?", receiver.value()));
    }

    Optional<byte[]> pieces(ContentHash content, int pieceSize) {
        return database.withHandle(handle -> handle.createQuery(
                        "select hashes from transfer_pieces where content = :content and piece_size = :size")
                .bind("content", content.hex())
                .bind("size", pieceSize)
                .map((row, context) -> row.getBytes("hashes"))
                .findFirst());
    }

    /** Two callers may have computed the same list. */
    void pieces(ContentHash content, int pieceSize, byte[] hashes) {
        database.useTransaction(handle -> {
            handle.execute(
                    "delete from transfer_pieces where content = ? and piece_size = ?", content.hex(), pieceSize);
            handle.execute(
                    "insert into transfer_pieces (content, piece_size, hashes) values (?, ?, ?)",
                    content.hex(),
                    pieceSize,
                    hashes);
        });
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
