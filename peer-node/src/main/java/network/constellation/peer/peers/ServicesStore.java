package network.constellation.peer.peers;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/** Tables {@code peer_service} and {@code disabled_method}. */
final class ServicesStore {
    private final Jdbi jdbi;

    @Inject
    ServicesStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    <T, X extends Exception> T inTransaction(HandleCallback<T, X> work) throws X {
        return jdbi.inTransaction(work);
    }

    ServiceTable table() {
        return jdbi.withHandle(handle -> {
            Map<String, List<ServiceGrant>> byPeer = new HashMap<>();
            handle.createQuery("select wwwroot, service, publish, subscribe from peer_service")
                    .map((row, context) -> {
                        byPeer.computeIfAbsent(row.getString("wwwroot"), key -> new ArrayList<>())
                                .add(new ServiceGrant(
                                        row.getString("service"),
                                        row.getBoolean("publish"),
                                        row.getBoolean("subscribe")));
                        return 1;
                    })
                    .list();
            Set<String> disabled = new HashSet<>(handle.createQuery("select method from disabled_method")
                    .mapTo(String.class)
                    .list());
            return new ServiceTable(byPeer, disabled);
        });
    }

    void replaceServices(Handle handle, String wwwroot, List<ServiceGrant> grants) {
        handle.execute("delete from peer_service where wwwroot = ?", wwwroot);
        for (ServiceGrant grant : grants) {
            handle.execute(
                    "insert into peer_service (wwwroot, service, publish, subscribe) values (?, ?, ?, ?)",
                    wwwroot,
                    grant.service(),
                    grant.publish(),
                    grant.subscribe());
        }
    }

    void setDisabled(Handle handle, String method, boolean disabled) {
        handle.execute("delete from disabled_method where method = ?", method);
        if (disabled) {
            handle.execute("insert into disabled_method (method) values (?)", method);
        }
    }
}
