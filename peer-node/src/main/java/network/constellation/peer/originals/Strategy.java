package network.constellation.peer.originals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.peer.peers.ServiceGrant;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.administration.AdminMethods;
import network.constellation.protocol.method.membership.MembershipMethods;

/** What bind_peer says of services: seen from this site, publish means that the host may call here (network-admin.md 2.3). */
final class Strategy {
    /** By which one site orders at another; never between siblings. */
    private static final Set<String> ADMINISTRATION =
            Set.of(AdminMethods.MNETADMIN, AdminMethods.DATAEXCHANGE, MembershipMethods.HUB_SERVICE);

    private Strategy() {}

    /**
     * The bindings that are to hold; empty: leave them as they are.
     *
     * @param known the services that this site has; a master names many more, with neither flag
     * @param master whether the host is the master itself, to whom this site publishes its administration
     */
    static Optional<List<ServiceGrant>> read(Optional<Value> given, Set<String> known, boolean master) {
        if (given.isEmpty() || isNothing(given.get())) {
            return Optional.empty();
        }
        if (!(given.get() instanceof Value.Struct struct)) {
            throw HostRecord.refused("strategy", "The services are no struct of service to publish and subscribe.");
        }
        List<ServiceGrant> grants = new ArrayList<>();
        struct.members().forEach((service, flags) -> {
            if (!(flags instanceof Value.Struct two)) {
                throw HostRecord.refused("strategy", "The service \"" + service + "\" has no publish and subscribe.");
            }
            grant(service, two.members(), known, master).ifPresent(grants::add);
        });
        if (master && grants.stream().noneMatch(grant -> grant.service().equals(AdminMethods.MNETADMIN))) {
            // The originals complete it too, whatever the matrix says.
            grants.add(new ServiceGrant(AdminMethods.MNETADMIN, true, false));
        }
        return Optional.of(List.copyOf(grants));
    }

    private static Optional<ServiceGrant> grant(
            String service, Map<String, Value> flags, Set<String> known, boolean master) {
        boolean publish = Flags.on(flags.get("publish"));
        boolean subscribe = Flags.on(flags.get("subscribe"));
        if (!publish && !subscribe) {
            return Optional.empty();
        }
        if (!known.contains(service)) {
            throw HostRecord.refused("unknown-service", "This site has no service \"" + service + "\".");
        }
        if (ADMINISTRATION.contains(service) && (subscribe || !master)) {
            throw HostRecord.refused(
                    "administration", "\"" + service + "\" is published to this site's authority and to nobody else.");
        }
        return Optional.of(new ServiceGrant(service, publish, subscribe));
    }

    private static boolean isNothing(Value value) {
        return value instanceof Value.Nil
                || value instanceof Value.Arr list && list.items().isEmpty()
                || value instanceof Value.Str text && text.value().isEmpty();
    }
}
