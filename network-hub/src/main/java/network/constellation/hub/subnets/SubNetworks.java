package network.constellation.hub.subnets;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Newcomers;
import network.constellation.hub.registry.Registry;
import network.constellation.hub.subnets.SubNetwork.Confirmation;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.protocol.directory.strategy.ServiceMatrix;
import network.constellation.protocol.method.membership.Dismissal;
import org.jdbi.v3.core.Handle;

/**
 * Sub-networks, who is in which, and their matrices. A change is stored first, with the link ends that follow from it; the
 * job {@code subnet-links} then tells the members, and goes on until every end has confirmed.
 */
@Singleton
public final class SubNetworks implements Newcomers {
    private static final String NUMBER = "number";

    private final SubNetworksStore store;
    private final LinkStore links;
    private final LinkReadStore lists;
    private final LinkPlanner planner;
    private final Registry registry;
    private final Audit audit;
    private final Clock clock;

    @Inject
    SubNetworks(
            SubNetworksStore store,
            LinkStore links,
            LinkReadStore lists,
            LinkPlanner planner,
            Registry registry,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.links = links;
        this.lists = lists;
        this.planner = planner;
        this.registry = registry;
        this.audit = audit;
        this.clock = clock;
    }

    public List<SubNetwork> list() {
        return store.read(store::all);
    }

    public Optional<SubNetwork> find(int number) {
        return store.read(handle -> store.find(handle, number));
    }

    /** Who shall be linked with whom, now. */
    public NetworkPlan plan() {
        return planner.plan();
    }

    /** Both ends of every link between siblings that is there, wanted, or to be withdrawn. */
    public List<LinkEnd> links() {
        return lists.all().stream().filter(LinkEnd::isBetweenSiblings).toList();
    }

    /** A part of {@link #links}. */
    List<LinkEnd> links(int offset, int limit) {
        return lists.siblings(offset, limit);
    }

    int countLinks() {
        return lists.countSiblings();
    }

    /** As {@link #links}, of one sub-network. */
    List<LinkEnd> linksIn(int number) {
        return lists.in(number).stream().filter(LinkEnd::isBetweenSiblings).toList();
    }

    /** As {@link #links}, but only the ends that are not as wanted, which need not be looked for among all. */
    public List<LinkEnd> openLinks() {
        return lists.open().stream().filter(end -> !end.isOfHub()).toList();
    }

    /** Every end at or about one site: with siblings, with the hub, and those that a removal ended. */
    public List<LinkEnd> linksOf(Wwwroot site) {
        return lists.of(site);
    }

    /** Both ends of the links between hub and members. */
    public List<LinkEnd> hubLinks() {
        return lists.in(Dismissal.NETWORK);
    }

    /**
     * Makes a sub-network; of a number that is there already, answers that one.
     *
     * @param number absent: the next free one, which no two askers share
     */
    public SubNetwork create(Optional<Integer> number, String name, String actor) {
        if (number.isPresent() && number.get() < 1) {
            throw new IllegalArgumentException("A sub-network's number is 1 or more.");
        }
        return planner.quietly(handle -> create(handle, number, name, actor));
    }

    private SubNetwork create(Handle handle, Optional<Integer> number, String name, String actor) {
        int wanted = number.orElseGet(() -> store.nextFree(handle));
        Optional<SubNetwork> known = store.find(handle, wanted);
        if (known.isPresent()) {
            return known.get();
        }
        store.insert(handle, wanted, name, ServiceMatrix.NEW_SUBNETWORK, clock.instant());
        audit.record(handle, AuditEvent.done("subnetwork.created", actor).with(NUMBER, String.valueOf(wanted)));
        return store.find(handle, wanted).orElseThrow();
    }

    /**
     * Makes a site a member and has both ends of its links set up.
     *
     * @return the job that does it
     * @throws IllegalArgumentException when there is no such sub-network or no such site
     */
    public UUID join(int number, Wwwroot member, String actor) {
        requireInside(member);
        return planner.change(
                "join", Optional.of(member), handle -> joined(handle, required(handle, number), member, actor));
    }

    /** Ends a membership and has both ends of its links withdrawn. */
    public UUID leave(int number, Wwwroot member, String actor) {
        requireKnown(member);
        return planner.change(
                "leave", Optional.of(member), handle -> left(handle, required(handle, number), member, actor));
    }

    /** Leaves one sub-network and joins another, in one go: links that both give stay as they are. */
    public UUID move(int from, int to, Wwwroot member, String actor) {
        requireInside(member);
        return planner.change("move", Optional.of(member), handle -> {
            SubNetwork old = required(handle, from);
            if (!old.members().contains(member)) {
                throw new IllegalArgumentException(member + " is not in sub-network " + from + ".");
            }
            SubNetwork next = required(handle, to);
            left(handle, old, member, actor);
            joined(handle, next, member, actor);
        });
    }

    void joined(Handle handle, SubNetwork subnetwork, Wwwroot member, String actor) {
        if (!subnetwork.members().contains(member)) {
            store.addMember(handle, subnetwork.number(), member, clock.instant());
            audit.record(handle, event("subnetwork.joined", actor, subnetwork).peer(member.value()));
        }
    }

    void left(Handle handle, SubNetwork subnetwork, Wwwroot member, String actor) {
        if (subnetwork.members().contains(member)) {
            store.removeMember(handle, subnetwork.number(), member);
            audit.record(handle, event("subnetwork.left", actor, subnetwork).peer(member.value()));
        }
    }

    /**
     * What members of a sub-network open to each other beyond what a new one opens, both ways; the rest of its matrix stays.
     *
     * @return the job that tells the members
     * @throws IllegalArgumentException when there is no such sub-network, or a service cannot be added
     */
    public UUID setServices(int number, List<String> services, String actor) {
        for (String service : services) {
            if (!optionalServices().contains(service)) {
                throw new IllegalArgumentException(
                        "\"" + service + "\" cannot be added to a sub-network; possible are: "
                                + String.join(", ", optionalServices()) + ".");
            }
        }
        SubNetwork present = store.read(handle -> required(handle, number));
        ServiceMatrix matrix = present.matrix();
        for (String service : optionalServices()) {
            matrix = matrix.with(service, services.contains(service), services.contains(service));
        }
        return setMatrix(
                number, matrix, Optional.ofNullable(present.confirmation()).map(Confirmation::why), actor);
    }

    /**
     * Replaces the matrix between siblings.
     *
     * @param why the reason for opening administration between siblings, recorded with who said it; else absent
     * @return the job that tells the members
     * @throws IllegalArgumentException when there is no such sub-network, or the matrix must not be; nothing changes then
     */
    public UUID setMatrix(int number, ServiceMatrix matrix, Optional<String> why, String actor) {
        MatrixRules.checkSiblings(matrix, why);
        return planner.change("services", Optional.empty(), handle -> {
            SubNetwork subnetwork = required(handle, number);
            boolean dangerous = MatrixRules.opensAdministration(matrix);
            store.setMatrix(
                    handle, number, matrix, why.filter(text -> dangerous).map(text -> new Confirmation(actor, text)));
            AuditEvent event = matrix(event("subnetwork.services-set", actor, subnetwork), matrix);
            audit.record(handle, dangerous ? event.with("confirmed", why.orElse("")) : event);
        });
    }

    /** The matrix between hub and members, beside what is always open between them. */
    public ServiceMatrix main() {
        return store.read(store::main);
    }

    /** Replaces {@link #main}. @return the job that tells the members */
    public UUID setMain(ServiceMatrix matrix, String actor) {
        MatrixRules.checkMain(matrix);
        return planner.change("services", Optional.empty(), handle -> {
            store.setMatrix(handle, Dismissal.NETWORK, matrix, Optional.empty());
            audit.record(handle, matrix(AuditEvent.done("network.services-set", actor), matrix));
        });
    }

    /** What {@link #setServices} may be given. */
    public static List<String> optionalServices() {
        return List.of("mnet_enrol");
    }

    /** Looks which links the members should have, and tries those that are missing, now. */
    public UUID repair() {
        return planner.change("repair", Optional.empty(), handle -> {});
    }

    /** Has both ends of every link between two members told again, whatever they had confirmed. */
    public UUID repair(Wwwroot one, Wwwroot other) {
        links.wantAgain(one, other, clock.instant());
        return planner.start("repair", Optional.of(one));
    }

    @Override
    public void arrived(Wwwroot member, Optional<Integer> subnetwork) {
        planner.change(
                "join",
                Optional.of(member),
                handle -> subnetwork.ifPresent(number ->
                        joined(handle, create(handle, Optional.of(number), "", "invitation"), member, "invitation")));
    }

    SubNetwork required(Handle handle, int number) {
        return store.find(handle, number)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no sub-network " + number + "; `hub subnet create " + number + "` makes it."));
    }

    SubNetwork createNext(Handle handle, String actor) {
        return create(handle, Optional.empty(), "", actor);
    }

    Member requireKnown(Wwwroot member) {
        return registry.find(member)
                .orElseThrow(() -> new IllegalArgumentException(
                        member + " is not a member of this network; `hub peers` lists the members."));
    }

    Member requireInside(Wwwroot member) {
        Member known = requireKnown(member);
        if (!known.state().isInside()) {
            throw new IllegalArgumentException(
                    member + " does not belong to the network any more; an invitation brings it back.");
        }
        return known;
    }

    private static AuditEvent event(String name, String actor, SubNetwork subnetwork) {
        return AuditEvent.done(name, actor).with(NUMBER, String.valueOf(subnetwork.number()));
    }

    private static AuditEvent matrix(AuditEvent event, ServiceMatrix matrix) {
        return event.with("publish", String.join(",", matrix.publish()))
                .with("subscribe", String.join(",", matrix.subscribe()));
    }
}
