package network.constellation.peer.commands;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.ServiceGrant;
import network.constellation.peer.peers.Services;
import network.constellation.protocol.method.administration.AdminMethods;
import org.jspecify.annotations.Nullable;

/**
 * What this site lets its hub do. Asked for every call and read from the database each time, so that a withdrawal holds
 * from the next call on, in every process.
 */
@Singleton
public final class Grants {
    private static final Set<String> SERVICES = Set.of(AdminMethods.MNETADMIN, AdminMethods.DATAEXCHANGE);

    private final GrantStore store;
    private final Peers peers;
    private final Services services;
    private final Audit audit;
    private final Clock clock;
    private final ReentrantReadWriteLock changing = new ReentrantReadWriteLock();

    @Inject
    Grants(GrantStore store, Peers peers, Services services, Audit audit, Clock clock) {
        this.store = store;
        this.peers = peers;
        this.services = services;
        this.audit = audit;
        this.clock = clock;
    }

    /** The recorded authority of this site, if it has one. */
    public Optional<Peer> hub() {
        return peers.list().stream().filter(Peer::hub).findFirst();
    }

    /** In the order of the operations; ended ones too. */
    public List<Grant> of(Wwwroot hub) {
        return store.of(hub).stream()
                .sorted((one, other) -> one.operation().compareTo(other.operation()))
                .toList();
    }

    /** Open ones of these operations that are meant for this subject. */
    List<Grant> covering(Wwwroot hub, Set<Operation> operations, String subject, Instant now) {
        return store.of(hub).stream()
                .filter(grant -> operations.contains(grant.operation()) && grant.covers(subject, now))
                .toList();
    }

    /** Works while no grant changes: once a withdrawal has returned, nothing is done any more under what was withdrawn. */
    <T> T during(Supplier<T> work) {
        changing.readLock().lock();
        try {
            return work.get();
        } finally {
            changing.readLock().unlock();
        }
    }

    /** What is granted at this moment, at least for something. */
    public List<Operation> open(Wwwroot hub) {
        Instant now = clock.instant();
        return of(hub).stream()
                .filter(grant -> grant.isOpen(now))
                .map(Grant::operation)
                .toList();
    }

    /**
     * Grants operations to the hub, in place of what was granted of them before.
     *
     * @throws IllegalArgumentException when the site is not this tenant's hub, the pattern is none, or the end is past
     */
    public List<Grant> grant(Wwwroot hub, Collection<Operation> operations, Bounds bounds, String actor) {
        Instant now = clock.instant();
        Instant until = bounds.until();
        if (hub().map(Peer::wwwroot).filter(hub::equals).isEmpty()) {
            throw new IllegalArgumentException(hub + " is not the hub of this site; "
                    + hub().map(peer -> "that is " + peer.wwwroot() + ".").orElse("it has none yet."));
        }
        if (until != null && !until.isAfter(now)) {
            throw new IllegalArgumentException("The end of a grant lies in the future; " + until + " is past.");
        }
        List<Grant> grants = new TreeSet<>(operations)
                .stream()
                        .map(operation -> new Grant(hub, operation, bounds, now, actor))
                        .toList();
        AuditEvent event = event("grant.given", hub, operations, actor)
                .with("only", bounds.only())
                .with("until", until == null ? "" : until.toString())
                .with("max-bytes", Long.toString(bounds.maxBytes()))
                .with("read-only", Boolean.toString(bounds.readOnly()));
        changing(() -> store.save(grants, handle -> audit.record(handle, event)));
        publish(hub, actor);
        return grants;
    }

    /** As above, bounded only by pattern and end. */
    public List<Grant> grant(
            Wwwroot hub, Collection<Operation> operations, String only, @Nullable Instant until, String actor) {
        return grant(hub, operations, Bounds.only(only, until), actor);
    }

    private void changing(Runnable change) {
        changing.writeLock().lock();
        try {
            change.run();
        } finally {
            changing.writeLock().unlock();
        }
    }

    /** When this returns the hub does none of these any more, also where an order of it is under way. */
    public void withdraw(Wwwroot hub, Collection<Operation> operations, String actor) {
        changing(() -> store.withdraw(
                hub,
                List.copyOf(operations),
                handle -> audit.record(handle, event("grant.withdrawn", hub, operations, actor))));
    }

    /** What a site that uses an invitation agrees to; only once, so that a repeated join undoes no withdrawal. */
    public void acceptOnJoining(Wwwroot hub, String actor) {
        if (store.of(hub).isEmpty()) {
            grant(hub, Operation.onJoining(), Bounds.none(), actor);
        }
    }

    /** The functions answer refusals in their own shape, so their services are published whatever is granted. */
    private void publish(Wwwroot hub, String actor) {
        Set<String> published = services.table().rows(hub.value()).stream()
                .filter(ServiceGrant::publish)
                .map(ServiceGrant::service)
                .collect(Collectors.toCollection(TreeSet::new));
        if (published.addAll(SERVICES)) {
            services.set(Optional.of(hub), Optional.of(published), Optional.empty(), actor);
        }
    }

    private static AuditEvent event(String name, Wwwroot hub, Collection<Operation> operations, String actor) {
        return AuditEvent.done(name, actor)
                .peer(hub.value())
                .with("operations", operations.stream().map(Operation::label).collect(Collectors.joining(" ")));
    }
}
