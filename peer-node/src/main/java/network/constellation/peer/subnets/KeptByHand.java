package network.constellation.peer.subnets;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import network.constellation.peer.peers.ServiceGrant;

/**
 * What a peer was allowed before the hub introduced it, when this site's own administrator had approved it: the hub's
 * dismissal ends the hub's word, not the administrator's.
 */
record KeptByHand(Set<String> publish, Set<String> subscribe) {
    KeptByHand {
        publish = new TreeSet<>(publish);
        subscribe = new TreeSet<>(subscribe);
    }

    static KeptByHand of(List<ServiceGrant> grants) {
        return new KeptByHand(names(grants, ServiceGrant::publish), names(grants, ServiceGrant::subscribe));
    }

    private static Set<String> names(List<ServiceGrant> grants, Predicate<ServiceGrant> wanted) {
        Set<String> names = new TreeSet<>();
        grants.stream().filter(wanted).forEach(grant -> names.add(grant.service()));
        return names;
    }
}
