package network.constellation.peer.peers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;

/**
 * All rows of published and subscribed services at one moment, immutable: what the hot path asks. A peer has the union of
 * its own rows and those of "all hosts" (mnet-wire.md 7.2); what no row grants is denied.
 *
 * @param byPeer rows by wwwroot; {@link #ALL_HOSTS} holds for everyone
 * @param disabledMethods full names of methods that are switched off whatever is published
 */
public record ServiceTable(Map<String, List<ServiceGrant>> byPeer, Set<String> disabledMethods) {
    /** The key of the pseudo-peer: the empty wwwroot, as the originals have it. */
    public static final String ALL_HOSTS = "";

    public ServiceTable {
        Map<String, List<ServiceGrant>> copy = new HashMap<>();
        byPeer.forEach((wwwroot, rows) -> copy.put(
                wwwroot,
                rows.stream()
                        .sorted(Comparator.comparing(ServiceGrant::service))
                        .toList()));
        byPeer = Map.copyOf(copy);
        disabledMethods = Set.copyOf(disabledMethods);
    }

    public static ServiceTable empty() {
        return new ServiceTable(Map.of(), Set.of());
    }

    /** The same with other rows of one holder. */
    ServiceTable with(String holder, List<ServiceGrant> rows) {
        Map<String, List<ServiceGrant>> changed = new HashMap<>(byPeer);
        if (rows.isEmpty()) {
            changed.remove(holder);
        } else {
            changed.put(holder, rows);
        }
        return new ServiceTable(changed, disabledMethods);
    }

    /** What a caller is to be told about a method that belongs to {@code services}. */
    public Verdict verdict(Wwwroot caller, String method, Collection<String> services) {
        boolean row = false;
        boolean published = false;
        for (String holder : new String[] {caller.value(), ALL_HOSTS}) {
            for (ServiceGrant grant : rows(holder)) {
                if (services.contains(grant.service())) {
                    row = true;
                    published |= grant.publish();
                }
            }
        }
        if (!row) {
            return Verdict.NO_ROW;
        }
        return published && !disabledMethods.contains(method) ? Verdict.ALLOWED : Verdict.NOT_PUBLISHED;
    }

    /** Whether we publish this service to the caller, by its own row or by that of all hosts. */
    public boolean publishes(Wwwroot caller, String service) {
        return any(caller, service, true);
    }

    /** Whether we may call the methods of this service at the peer. */
    public boolean subscribes(Wwwroot peer, String service) {
        return any(peer, service, false);
    }

    /** The rows of one peer, or of {@link #ALL_HOSTS}, by name of the service. */
    public List<ServiceGrant> rows(String wwwroot) {
        return byPeer.getOrDefault(wwwroot, List.of());
    }

    /**
     * The rows that {@code system/listServices} shows to a caller: its own and those of all hosts, not merged, sorted by
     * name, without rows that grant nothing (mnet-wire.md 8).
     */
    public List<ServiceGrant> shownTo(Wwwroot caller) {
        List<ServiceGrant> shown = new ArrayList<>();
        for (String holder : new String[] {caller.value(), ALL_HOSTS}) {
            for (ServiceGrant grant : rows(holder)) {
                if (grant.publish() || grant.subscribe()) {
                    shown.add(grant);
                }
            }
        }
        shown.sort(Comparator.comparing(ServiceGrant::service));
        return shown;
    }

    private boolean any(Wwwroot peer, String service, boolean publish) {
        for (String holder : new String[] {peer.value(), ALL_HOSTS}) {
            for (ServiceGrant grant : rows(holder)) {
                if (grant.service().equals(service) && (publish ? grant.publish() : grant.subscribe())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The answer to "may this caller call this method". */
    public enum Verdict {
        ALLOWED,
        /** A row exists but does not publish, or the method is switched off: fault 707. */
        NOT_PUBLISHED,
        /** No row at all: fault 7012. */
        NO_ROW
    }
}
