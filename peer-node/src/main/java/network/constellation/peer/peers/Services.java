package network.constellation.peer.peers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;

/**
 * Which services are published and subscribed, per peer and for all hosts (mnet-wire.md 7.2). What is not granted is
 * denied. Questions are answered from memory.
 */
@Singleton
public final class Services {
    private final ServicesStore store;
    private final Audit audit;
    private volatile ServiceTable table;

    @Inject
    Services(ServicesStore store, Audit audit) {
        this.store = store;
        this.audit = audit;
        this.table = store.table();
    }

    /** All rows as they stand. */
    public ServiceTable table() {
        return table;
    }

    /**
     * Replaces one or both lists of a peer. A service that is in neither list any more loses its row.
     *
     * @param peer empty for all hosts
     * @param publish the services they may call; absent: as they are
     * @param subscribe the services we may call; absent: as they are
     */
    public List<ServiceGrant> set(
            Optional<Wwwroot> peer, Optional<Set<String>> publish, Optional<Set<String>> subscribe, String actor) {
        String holder = peer.map(Wwwroot::value).orElse(ServiceTable.ALL_HOSTS);
        synchronized (this) {
            Set<String> published = publish.orElseGet(() -> granted(holder, true));
            Set<String> subscribed = subscribe.orElseGet(() -> granted(holder, false));
            Set<String> all = new TreeSet<>(published);
            all.addAll(subscribed);
            List<ServiceGrant> rows = new ArrayList<>();
            for (String service : all) {
                rows.add(new ServiceGrant(service, published.contains(service), subscribed.contains(service)));
            }
            replace(holder, rows, actor);
            return rows;
        }
    }

    /** Replaces all rows of a peer, also such that grant nothing: their methods answer 707 instead of 7012. */
    public synchronized void replace(String holder, List<ServiceGrant> rows, String actor) {
        for (ServiceGrant row : rows) {
            if (!row.service().matches("[A-Za-z0-9_.\\-]{1,64}")) {
                throw new PeersException("\"" + row.service()
                        + "\" is not the name of a service; use letters, digits, dot, dash and underscore.");
            }
        }
        store.inTransaction(handle -> {
            store.replaceServices(handle, holder, rows);
            audit.record(
                    handle,
                    AuditEvent.done("services.changed", actor)
                            .peer(holder.isEmpty() ? "all-hosts" : holder)
                            .with("publish", names(rows, true))
                            .with("subscribe", names(rows, false)));
            return rows;
        });
        table = table.with(holder, rows);
    }

    /** Switches a method off, or on again, whatever is published. */
    public synchronized void setDisabled(String method, boolean disabled, String actor) {
        store.inTransaction(handle -> {
            store.setDisabled(handle, method, disabled);
            audit.record(
                    handle,
                    AuditEvent.done(disabled ? "method.disabled" : "method.enabled", actor)
                            .with("method", method));
            return method;
        });
        reload();
    }

    /** Takes over what another process of the same tenant changed. */
    synchronized void reload() {
        table = store.table();
    }

    private Set<String> granted(String holder, boolean publish) {
        Set<String> names = new TreeSet<>();
        for (ServiceGrant grant : table.rows(holder)) {
            if (publish ? grant.publish() : grant.subscribe()) {
                names.add(grant.service());
            }
        }
        return names;
    }

    private static String names(List<ServiceGrant> rows, boolean publish) {
        return String.join(
                ",",
                rows.stream()
                        .filter(row -> publish ? row.publish() : row.subscribe())
                        .map(ServiceGrant::service)
                        .toList());
    }
}
