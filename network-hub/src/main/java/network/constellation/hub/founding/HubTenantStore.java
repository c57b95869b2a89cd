package network.constellation.hub.founding;

import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import org.jdbi.v3.core.Jdbi;

/** Table {@code hub_tenant} of the node's database. */
final class HubTenantStore {
    private final Jdbi jdbi;

    HubTenantStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<Wwwroot> find() {
        return jdbi.withHandle(handle -> handle.createQuery("select wwwroot from hub_tenant")
                .mapTo(String.class)
                .findFirst()
                .map(Wwwroot::of));
    }

    void insert(Wwwroot wwwroot) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into hub_tenant (wwwroot) values (:wwwroot)")
                .bind("wwwroot", wwwroot.value())
                .execute());
    }
}
