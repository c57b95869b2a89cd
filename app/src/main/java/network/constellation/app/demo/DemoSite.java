package network.constellation.app.demo;

import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.node.Node;
import network.constellation.peer.tenant.TenantLease;

/**
 * One site of the demonstration, open for as long as it runs.
 *
 * @param key short: {@code hub}, {@code a}, {@code b}, {@code c}
 */
record DemoSite(String key, String name, TenantLease lease) implements AutoCloseable {

    static DemoSite open(Node node, String key, String name, Wwwroot wwwroot) {
        boolean known =
                node.tenants().list().stream().anyMatch(entry -> entry.wwwroot().equals(wwwroot));
        if (!known) {
            node.tenants().add(wwwroot, name);
        }
        return new DemoSite(key, name, node.tenants().open(wwwroot));
    }

    Wwwroot wwwroot() {
        return lease.tenant().wwwroot();
    }

    <T> T get(Class<T> type) {
        return lease.get(type);
    }

    @Override
    public void close() {
        lease.close();
    }
}
