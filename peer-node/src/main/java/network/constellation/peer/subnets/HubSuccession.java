package network.constellation.peer.subnets;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.commands.Grants;
import network.constellation.peer.commands.Operation;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.ServiceGrant;
import network.constellation.peer.peers.Services;

/**
 * When the network's root lets another site lead, the recorded authority of this site follows: the successor gets the
 * services and the grants that the former hub had at that moment, and that one keeps none.
 */
final class HubSuccession {
    private static final String ACTOR = "directory";

    private final SubnetsStore store;
    private final Peers peers;
    private final Services services;
    private final Grants grants;
    private final Audit audit;

    @Inject
    HubSuccession(SubnetsStore store, Peers peers, Services services, Grants grants, Audit audit) {
        this.store = store;
        this.peers = peers;
        this.services = services;
        this.grants = grants;
        this.audit = audit;
    }

    /** May be repeated; what is recorded last is who leads. */
    void succeed(JoinedNetwork joined, PublicIdentity successor, String name) {
        Wwwroot former = joined.hub();
        Wwwroot next = successor.wwwroot();
        peers.introduce(successor, NetworkTerms.forSite(next, name, Application.CONSTELLATION, joined.id()), ACTOR);
        List<ServiceGrant> had = services.table().rows(former.value());
        if (!had.isEmpty()) {
            services.set(Optional.of(next), Optional.of(names(had, true)), Optional.of(names(had, false)), ACTOR);
        }
        peers.setHub(next, ACTOR);
        inheritGrants(former, next);
        store.save(new JoinedNetwork(
                joined.id(),
                joined.name(),
                next,
                Fingerprint.of(successor, joined.id()).hex(),
                joined.state(),
                joined.joinedAt()));
        services.replace(former.value(), List.of(), ACTOR);
        audit.record(
                AuditEvent.done("network.hub-changed", ACTOR).peer(next.value()).with("former", former.value()));
    }

    /** As they are bounded now; once, so that what this site's administrator withdraws later stays withdrawn. */
    private void inheritGrants(Wwwroot former, Wwwroot next) {
        List<Operation> open = grants.open(former);
        if (grants.of(next).isEmpty()) {
            grants.of(former).stream()
                    .filter(grant -> open.contains(grant.operation()))
                    .forEach(grant -> grants.grant(next, List.of(grant.operation()), grant.bounds(), ACTOR));
        }
        grants.withdraw(former, open, ACTOR);
    }

    private static Set<String> names(List<ServiceGrant> rows, boolean publish) {
        return rows.stream()
                .filter(row -> publish ? row.publish() : row.subscribe())
                .map(ServiceGrant::service)
                .collect(Collectors.toSet());
    }
}
