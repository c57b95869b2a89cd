package network.constellation.hub.founding;

import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Table {@code network}: at most one row. */
final class FoundingStore {
    private final Jdbi jdbi;

    @Inject
    FoundingStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<Network> find() {
        return jdbi.withHandle(handle -> handle.createQuery("select id, name, founded_at from network")
                .map((row, context) -> new Network(
                        row.getString("id"),
                        row.getString("name"),
                        row.getObject("founded_at", OffsetDateTime.class).toInstant()))
                .findOne());
    }

    /** Keeps the row that is there: founding twice is founding once. */
    Network insertOnce(Network network) {
        return jdbi.inTransaction(handle -> {
            Optional<Network> known = find();
            if (known.isPresent()) {
                return known.get();
            }
            handle.createUpdate("insert into network (id, name, founded_at) values (:id, :name, :at)")
                    .bind("id", network.id())
                    .bind("name", network.name())
                    .bind("at", network.foundedAt().atOffset(ZoneOffset.UTC))
                    .execute();
            return network;
        });
    }
}
