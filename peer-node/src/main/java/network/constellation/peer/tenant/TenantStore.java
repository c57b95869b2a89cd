package network.constellation.peer.tenant;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.store.NodeDb;
import org.jdbi.v3.core.Jdbi;

/** The list of tenants in the node's database. */
@Singleton
final class TenantStore {
    private final Jdbi jdbi;

    @Inject
    TenantStore(@NodeDb Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<TenantEntry> all() {
        return jdbi.withHandle(h -> h.createQuery(
                        "select wwwroot, name, state, folder, created from tenant order by wwwroot")
                .map((rs, ctx) -> new TenantEntry(
                        Wwwroot.of(rs.getString("wwwroot")),
                        rs.getString("name"),
                        TenantEntry.State.valueOf(rs.getString("state")),
                        rs.getString("folder"),
                        rs.getObject("created", OffsetDateTime.class).toInstant()))
                .list());
    }

    void insert(TenantEntry entry) {
        jdbi.useHandle(h -> h.createUpdate("insert into tenant (wwwroot, name, state, folder, created)"
                        + " values (:wwwroot, :name, :state, :folder, :created)")
                .bind("wwwroot", entry.wwwroot().value())
                .bind("name", entry.name())
                .bind("state", entry.state().name())
                .bind("folder", entry.folder())
                .bind("created", at(entry.created()))
                .execute());
    }

    void setState(Wwwroot wwwroot, TenantEntry.State state) {
        jdbi.useHandle(h -> h.createUpdate("update tenant set state = :state where wwwroot = :wwwroot")
                .bind("state", state.name())
                .bind("wwwroot", wwwroot.value())
                .execute());
    }

    void delete(Wwwroot wwwroot) {
        jdbi.useHandle(h -> h.createUpdate("delete from tenant where wwwroot = :wwwroot")
                .bind("wwwroot", wwwroot.value())
                .execute());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
