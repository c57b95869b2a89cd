package network.constellation.peer.jobs;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Work that a tenant's transactions handed over. */
final class OutboxStore {
    private final Jdbi tenant;
    private final Jdbi node;

    OutboxStore(Jdbi tenant, Jdbi node) {
        this.tenant = tenant;
        this.node = node;
    }

    record Entry(UUID id, String kind, String state) {}

    void insert(Handle transaction, UUID id, String kind, String state, Instant now) {
        transaction
                .createUpdate("insert into outbox (id, kind, state, created) values (:id, :kind, :state, :now)")
                .bind("id", id)
                .bind("kind", kind)
                .bind("state", state)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    List<Entry> all() {
        return tenant.withHandle(h -> h.createQuery(
                        "select id, kind, state from outbox where not moved order by created, id")
                .map((rs, ctx) ->
                        new Entry(rs.getObject("id", UUID.class), rs.getString("kind"), rs.getString("state")))
                .list());
    }

    void moved(UUID id) {
        tenant.useHandle(h -> h.createUpdate("update outbox set moved = true where id = :id")
                .bind("id", id)
                .execute());
    }

    void forget(Instant before) {
        tenant.useHandle(h -> h.createUpdate("delete from outbox where moved and created < :before")
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .execute());
    }

    /** Notes in the node's database that this tenant must be looked at when the process comes back. */
    void mark(String wwwroot) {
        node.useHandle(h -> h.createUpdate("insert into outbox_tenant (tenant) values (:tenant) on conflict do nothing")
                .bind("tenant", wwwroot)
                .execute());
    }

    void unmark(String wwwroot) {
        node.useHandle(h -> h.createUpdate("delete from outbox_tenant where tenant = :tenant")
                .bind("tenant", wwwroot)
                .execute());
    }

    static List<String> marked(Jdbi node) {
        return node.withHandle(h -> h.createQuery("select tenant from outbox_tenant")
                .mapTo(String.class)
                .list());
    }
}
