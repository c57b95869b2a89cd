package network.constellation.hub.subnets;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import network.constellation.hub.approvals.Approvals;
import network.constellation.hub.approvals.Person;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.protocol.directory.strategy.Policy;
import network.constellation.protocol.directory.strategy.ServiceStrategy;
import org.jdbi.v3.core.Handle;

/**
 * What the hub decides about a member: its policy, its strategy, disabled or not, in the network or not
 * (network-admin.md 2.1 and 2.5). Each decision is durable when it returns; the job that it answers draws the consequences.
 */
@Singleton
public final class Members {
    private static final UUID NOTHING = new UUID(0, 0);

    private final SubNetworks subNetworks;
    private final SubNetworksStore store;
    private final LinkPlanner planner;
    private final Registry registry;
    private final Approvals approvals;
    private final Audit audit;
    private final Map<Wwwroot, UUID> begun = new ConcurrentHashMap<>();

    @Inject
    Members(
            SubNetworks subNetworks,
            SubNetworksStore store,
            LinkPlanner planner,
            Registry registry,
            Approvals approvals,
            Audit audit) {
        this.subNetworks = subNetworks;
        this.store = store;
        this.planner = planner;
        this.registry = registry;
        this.approvals = approvals;
        this.audit = audit;
    }

    /** How far a member is linked. */
    public Policy policy(Wwwroot wwwroot) {
        Member member = subNetworks.requireKnown(wwwroot);
        return member.state().isInside() ? Policy.of(subNetworksOf(wwwroot)) : Policy.NONE;
    }

    /** Numbers of the sub-networks in which it is, linked or disabled. */
    public Set<Integer> subNetworksOf(Wwwroot member) {
        return subNetworks.list().stream()
                .filter(one -> one.members().contains(member))
                .map(SubNetwork::number)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How its links stand. */
    public MemberLinks links(Wwwroot member) {
        return MemberLinks.of(member, subNetworks.linksOf(member));
    }

    /** Linked with nobody but the hub until {@link #enable}; it stays a member of its sub-networks. */
    public UUID disable(Wwwroot member, String actor) {
        return state(member, Member.State.DISABLED, "disable", "member.disabled", actor);
    }

    /** Brings a disabled member back in line with its sub-networks as they are now. */
    public UUID enable(Wwwroot wwwroot, String actor) {
        Member member = subNetworks.requireInside(wwwroot);
        if (member.state() == Member.State.SUSPENDED) {
            throw new IllegalArgumentException(wwwroot + " is suspended, not disabled; `hub resume` ends that.");
        }
        return state(wwwroot, Member.State.ADMITTED, "enable", "member.enabled", actor);
    }

    private UUID state(Wwwroot wwwroot, Member.State state, String what, String event, String actor) {
        Member member = subNetworks.requireInside(wwwroot);
        return planner.change(what, Optional.of(wwwroot), handle -> {
            if (member.state() != state) {
                registry.setState(handle, wwwroot, state);
                audit.record(handle, AuditEvent.done(event, actor).peer(wwwroot.value()));
            }
        });
    }

    /**
     * Ends a membership for good: out of every sub-network, its keys are good nowhere any more, its roaming sessions end.
     * What came of it at each peer says {@link #links}.
     *
     * @throws network.constellation.hub.approvals.ApprovalNeeded when it waits for a second person
     */
    public UUID remove(Wwwroot member, Person by) {
        return ended(member, Member.State.REMOVED, by);
    }

    /** By somebody who did not say who, such as the command line. */
    public UUID remove(Wwwroot member, String actor) {
        return remove(member, Person.unnamed(actor));
    }

    private UUID ended(Wwwroot member, Member.State state, Person by) {
        approvals.perform(MemberRemoval.KIND, MemberRemoval.parameters(member, state), "", by);
        UUID job = begun.remove(member);
        return job == null ? NOTHING : job;
    }

    /** For {@link MemberRemoval}, which asked for leave. */
    void removeNow(Wwwroot wwwroot, Member.State state, String actor) {
        boolean shown = state == Member.State.OUTSIDE;
        String event = shown ? "member.policy-set" : "member.removed";
        subNetworks.requireKnown(wwwroot);
        UUID job = planner.change(shown ? "policy" : "remove", Optional.of(wwwroot), handle -> {
            for (SubNetwork subnetwork : store.all(handle)) {
                subNetworks.left(handle, subnetwork, wwwroot, actor);
            }
            registry.setState(handle, wwwroot, state);
            audit.record(handle, AuditEvent.done(event, actor).peer(wwwroot.value()));
        });
        begun.put(wwwroot, job);
    }

    /** Outside the network: as removed, but the registry goes on showing it. */
    public UUID policyNone(Wwwroot member, String actor) {
        return ended(member, Member.State.OUTSIDE, Person.unnamed(actor));
    }

    /** Linked with the hub only. */
    public UUID policyHub(Wwwroot member, String actor) {
        return policySubNetworks(member, List.of(), actor);
    }

    /** In exactly these sub-networks. @throws IllegalArgumentException when one of them is not there */
    public UUID policySubNetworks(Wwwroot member, List<Integer> numbers, String actor) {
        subNetworks.requireInside(member);
        return planner.change(
                "policy", Optional.of(member), handle -> place(handle, member, Set.copyOf(numbers), actor));
    }

    /** Alone in a sub-network that this makes, with the next free number. */
    public UUID policyNew(Wwwroot member, String actor) {
        subNetworks.requireInside(member);
        return planner.change(
                "policy",
                Optional.of(member),
                handle -> place(
                        handle,
                        member,
                        Set.of(subNetworks.createNext(handle, actor).number()),
                        actor));
    }

    private void place(Handle handle, Wwwroot member, Set<Integer> numbers, String actor) {
        numbers.forEach(number -> subNetworks.required(handle, number));
        for (SubNetwork subnetwork : store.all(handle)) {
            if (numbers.contains(subnetwork.number())) {
                subNetworks.joined(handle, subnetwork, member, actor);
            } else {
                subNetworks.left(handle, subnetwork, member, actor);
            }
        }
        audit.record(
                handle,
                AuditEvent.done("member.policy-set", actor)
                        .peer(member.value())
                        .with("policy", Policy.of(numbers).label())
                        .with("subnetworks", new TreeSet<>(numbers).toString()));
    }

    /** Which services a member has with its siblings and with the hub. */
    public UUID strategy(Wwwroot member, ServiceStrategy strategy, String actor) {
        subNetworks.requireInside(member);
        return planner.change("strategy", Optional.of(member), handle -> {
            registry.setStrategy(handle, member, strategy);
            audit.record(
                    handle,
                    AuditEvent.done("member.strategy-set", actor)
                            .peer(member.value())
                            .with("strategy", strategy.label()));
        });
    }
}
