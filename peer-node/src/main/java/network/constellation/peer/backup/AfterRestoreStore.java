package network.constellation.peer.backup;

import org.jdbi.v3.core.Jdbi;

/** What must not be as it was when the backup was made. */
final class AfterRestoreStore {
    private final Jdbi jdbi;

    AfterRestoreStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    boolean hasTenants() {
        return jdbi.withHandle(h ->
                h.createQuery("select count(*) from tenant").mapTo(int.class).one() > 0);
    }

    /** Nobody works on anything, and every tenant's outbox is to be looked at. */
    void mendNode() {
        jdbi.useTransaction(h -> {
            h.execute("update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null");
            h.execute("insert into outbox_tenant (tenant) select wwwroot from tenant"
                    + " where wwwroot not in (select tenant from outbox_tenant)");
        });
    }

    /** The node's moment lies before the tenant's: what was taken over in between is taken over again. */
    void mendTenant() {
        jdbi.useTransaction(h -> h.execute("update outbox set moved = false"));
    }
}
