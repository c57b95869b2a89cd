package network.constellation.peer.tenant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import network.constellation.keys.address.Wwwroot;
import org.jspecify.annotations.Nullable;

/** An immutable picture of the list of tenants, arranged for finding by host and path. */
record TenantTable(List<TenantEntry> entries, Map<Wwwroot, TenantEntry> byWwwroot, Map<String, List<Route>> byHost) {

    record Route(int port, String path, TenantEntry entry) {
        boolean serves(String requested) {
            return requested.startsWith(path)
                    && (requested.length() == path.length()
                            || path.isEmpty()
                            || requested.charAt(path.length()) == '/');
        }
    }

    static TenantTable of(List<TenantEntry> entries) {
        Map<Wwwroot, TenantEntry> byWwwroot = new HashMap<>();
        Map<String, List<Route>> byHost = new HashMap<>();
        for (TenantEntry entry : entries) {
            Wwwroot wwwroot = entry.wwwroot();
            byWwwroot.put(wwwroot, entry);
            if (entry.isEnabled()) {
                byHost.computeIfAbsent(wwwroot.host(), h -> new ArrayList<>())
                        .add(new Route(wwwroot.port(), wwwroot.path(), entry));
            }
        }
        byHost.values()
                .forEach(routes -> routes.sort(
                        Comparator.comparingInt((Route r) -> -r.path().length())));
        return new TenantTable(List.copyOf(entries), Map.copyOf(byWwwroot), Map.copyOf(byHost));
    }

    /** Ports may differ: a proxy in front of the node often talks to it on another one. */
    @Nullable
    TenantEntry find(String hostAndPort, String path) {
        int colon = hostAndPort.lastIndexOf(':');
        boolean hasPort = colon > 0 && hostAndPort.indexOf(']', colon) < 0;
        String host = (hasPort ? hostAndPort.substring(0, colon) : hostAndPort).toLowerCase(Locale.ROOT);
        int port = hasPort ? port(hostAndPort.substring(colon + 1)) : -1;
        Route best = null;
        for (Route route : byHost.getOrDefault(host, List.of())) {
            boolean better = best == null
                    || (route.port() == port
                            && best.port() != port
                            && route.path().length() == best.path().length());
            if (route.serves(path) && better) {
                best = route;
            }
        }
        return best == null ? null : best.entry();
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }
}
