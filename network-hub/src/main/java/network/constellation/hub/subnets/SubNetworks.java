package network.constellation.hub.subnets;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.constellation.hub.registry.Newcomers;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.jobs.Jobs;
import org.jdbi.v3.core.Handle;

/**
 * Sub-networks and the links that they want. A change is stored first; the job {@code subnet-links} then tells the
 * members, and goes on until every end has confirmed.
 */
@Singleton
public final class SubNetworks implements Newcomers {
    private final SubNetworksStore store;
    private final Registry registry;
    private final Jobs jobs;
    private final Provider<LinksJob> linksJob;
    private final Audit audit;
    private final Clock clock;

    @Inject
    SubNetworks(
            SubNetworksStore store,
            Registry registry,
            Jobs jobs,
            Provider<LinksJob> linksJob,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.registry = registry;
        this.jobs = jobs;
        this.linksJob = linksJob;
        this.audit = audit;
        this.clock = clock;
    }

    public List<SubNetwork> list() {
        return store.all();
    }

    public Optional<SubNetwork> find(int number) {
        return store.find(number);
    }

    /** Both ends of every link of every sub-network. */
    public List<LinkEnd> links() {
        return store.links();
    }

    /** @param number absent: the next free one */
    public SubNetwork create(Optional<Integer> number, String name, String actor) {
        if (number.isPresent() && number.get() < 1) {
            throw new IllegalArgumentException("A sub-network's number is 1 or more.");
        }
        SubNetwork created = store.create(number.orElse(0), name, clock.instant());
        audit.record(AuditEvent.done("subnetwork.created", actor).with("number", String.valueOf(created.number())));
        return created;
    }

    /**
     * Makes a site a member and has both ends of its links set up.
     *
     * @return the job that does it
     * @throws IllegalArgumentException when there is no such sub-network or no such site
     */
    public UUID join(int number, Wwwroot member, String actor) {
        requireKnown(number, member);
        UUID job = store.join(number, member, clock.instant(), this::workIn);
        audit.record(AuditEvent.done("subnetwork.joined", actor)
                .peer(member.value())
                .with("number", String.valueOf(number)));
        return job;
    }

    /** Ends a membership and has both ends of its links withdrawn. */
    public UUID leave(int number, Wwwroot member, String actor) {
        requireKnown(number, member);
        UUID job = store.leave(number, member, clock.instant(), this::workIn);
        audit.record(
                AuditEvent.done("subnetwork.left", actor).peer(member.value()).with("number", String.valueOf(number)));
        return job;
    }

    /**
     * What members of a sub-network open to each other beyond single sign-on: replaces what was added before.
     *
     * @return the job that tells the members
     * @throws IllegalArgumentException when there is no such sub-network, or a service cannot be added
     */
    public UUID setServices(int number, List<String> services, String actor) {
        List<String> checked = MeshServices.check(services);
        if (store.find(number).isEmpty()) {
            throw unknown(number);
        }
        UUID job = store.services(number, checked, clock.instant(), this::workIn);
        audit.record(AuditEvent.done("subnetwork.services-set", actor)
                .with("number", String.valueOf(number))
                .with("services", String.join(",", checked)));
        return job;
    }

    /** What {@link #setServices} may be given. */
    public static List<String> optionalServices() {
        return MeshServices.OPTIONAL;
    }

    private static IllegalArgumentException unknown(int number) {
        return new IllegalArgumentException(
                "There is no sub-network " + number + "; `hub subnet create " + number + "` makes it.");
    }

    /** Looks which links the members should have, and tries those that are missing, now. */
    public UUID repair() {
        return store.wantAll(clock.instant(), this::workIn);
    }

    /** Has both ends of every link between two members told again, whatever they had confirmed. */
    public UUID repair(Wwwroot one, Wwwroot other) {
        return store.wantAgain(one, other, clock.instant(), this::workIn);
    }

    @Override
    public void arrived(Wwwroot member, int subnetwork) {
        if (store.find(subnetwork).isEmpty()) {
            create(Optional.of(subnetwork), "", "invitation");
        }
        join(subnetwork, member, "invitation");
    }

    private UUID workIn(Handle transaction) {
        return jobs.startIn(transaction, linksJob.get(), new LinksState(0));
    }

    private void requireKnown(int number, Wwwroot member) {
        if (store.find(number).isEmpty()) {
            throw unknown(number);
        }
        if (registry.find(member).isEmpty()) {
            throw new IllegalArgumentException(
                    member + " is not a member of this network; `hub peers` lists the members.");
        }
    }
}
