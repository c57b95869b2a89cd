package network.constellation.peer.commands;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import network.constellation.keys.address.Wwwroot;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Table {@code command_grant}. */
final class GrantStore {
    private final Jdbi jdbi;

    @Inject
    GrantStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Grant> of(Wwwroot hub) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from command_grant where hub = :hub")
                .bind("hub", hub.value())
                .map((row, context) -> grant(row))
                .list());
    }

    /** Replaces what there was of the same operations. */
    void save(List<Grant> grants, Consumer<Handle> also) {
        jdbi.useTransaction(handle -> {
            for (Grant grant : grants) {
                remove(handle, grant.hub(), grant.operation());
                handle.createUpdate("insert into command_grant (hub, operation, only_these, until_at, max_bytes,"
                                + " read_only, since, granted_by) values (:hub, :operation, :only, :until, :most,"
                                + " :reading, :since, :by)")
                        .bind("hub", grant.hub().value())
                        .bind("operation", grant.operation().label())
                        .bind("only", grant.bounds().only())
                        .bind("until", at(grant.bounds().until()))
                        .bind("most", grant.bounds().maxBytes())
                        .bind("reading", grant.bounds().readOnly())
                        .bind("since", at(grant.since()))
                        .bind("by", grant.grantedBy())
                        .execute();
            }
            also.accept(handle);
        });
    }

    void withdraw(Wwwroot hub, List<Operation> operations, Consumer<Handle> also) {
        jdbi.useTransaction(handle -> {
            operations.forEach(operation -> remove(handle, hub, operation));
            also.accept(handle);
        });
    }

    private static void remove(Handle handle, Wwwroot hub, Operation operation) {
        handle.execute("delete from command_grant where hub = ? and operation = ?", hub.value(), operation.label());
    }

    private static Grant grant(ResultSet row) throws SQLException {
        OffsetDateTime until = row.getObject("until_at", OffsetDateTime.class);
        return new Grant(
                Wwwroot.of(row.getString("hub")),
                Operation.of(row.getString("operation")).orElseThrow(),
                new Bounds(
                        row.getString("only_these"),
                        until == null ? null : until.toInstant(),
                        row.getLong("max_bytes"),
                        row.getBoolean("read_only")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getString("granted_by"));
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
