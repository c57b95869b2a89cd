package network.constellation.hub.subnets;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import network.constellation.hub.fanout.Answer;
import network.constellation.hub.fanout.Fanout;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.tenant.Tenant;
import network.constellation.protocol.directory.strategy.ServiceMatrix;
import network.constellation.protocol.method.membership.HeldLink;

/**
 * Compares both ends of every link with what is wanted (network-admin.md 2.5, defect "the mesh can be asymmetric with no
 * record of it"): each site tells what it holds; what differs is noted at its end, and repaired there and nowhere else.
 */
@Singleton
public final class LinkCheck {
    private static final Duration WITHIN = Duration.ofMinutes(2);

    private final Tenant tenant;
    private final LinkStore links;
    private final LinkReadStore lists;
    private final LinkPlanner planner;
    private final LinkRoads roads;
    private final Registry registry;
    private final HubEnd hubEnd;
    private final Comparison comparison;
    private final Fanout fanout;
    private final Audit audit;
    private final Clock clock;

    @Inject
    LinkCheck(
            Tenant tenant,
            LinkStore links,
            LinkReadStore lists,
            LinkPlanner planner,
            LinkRoads roads,
            Registry registry,
            HubEnd hubEnd,
            Comparison comparison,
            Fanout fanout,
            Audit audit,
            Clock clock) {
        this.tenant = tenant;
        this.links = links;
        this.lists = lists;
        this.planner = planner;
        this.roads = roads;
        this.registry = registry;
        this.hubEnd = hubEnd;
        this.comparison = comparison;
        this.fanout = fanout;
        this.audit = audit;
        this.clock = clock;
    }

    /** Asks every member and notes what differs; changes nothing anywhere. */
    public CheckReport check(Optional<Wwwroot> only) {
        planner.reconcile();
        Instant now = clock.instant();
        Map<Wwwroot, List<LinkEnd>> wanted = new HashMap<>();
        lists.all()
                .forEach(end -> wanted.computeIfAbsent(end.at(), at -> new ArrayList<>())
                        .add(end));
        List<Wwwroot> asked = registry.members().stream()
                .map(Member::wwwroot)
                .filter(site -> only.map(site::equals).orElse(true))
                .toList();
        Map<Wwwroot, Answer<Optional<List<HeldLink>>>> answers = fanout.ask(
                asked,
                WITHIN,
                site -> roads.to(registry.find(site.wwwroot()).orElseThrow()).held(site));
        List<Difference> differences = new ArrayList<>();
        Map<Wwwroot, String> silent = new LinkedHashMap<>();
        int compared = 0;
        for (Map.Entry<Wwwroot, Answer<Optional<List<HeldLink>>>> one : answers.entrySet()) {
            List<LinkEnd> ends = wanted.getOrDefault(one.getKey(), List.of());
            if (one.getValue() instanceof Answer.Given<Optional<List<HeldLink>>> given) {
                if (given.value().isPresent()) {
                    compared += ends.size();
                    differences.addAll(
                            comparison.at(one.getKey(), ends, given.value().get(), now));
                }
            } else {
                silent.put(one.getKey(), why(one.getValue()));
            }
        }
        for (LinkEnd end : wanted.getOrDefault(tenant.wwwroot(), List.of())) {
            if (only.map(end.about()::equals).orElse(true)) {
                compared++;
                ownEnd(end, now).ifPresent(differences::add);
            }
        }
        return CheckReport.of(now, compared, silent, differences);
    }

    private Optional<Difference> ownEnd(LinkEnd end, Instant now) {
        Optional<ServiceMatrix> held = hubEnd.held(end.about());
        if (end.state() != LinkEnd.State.LINKED || held.equals(Optional.of(end.services()))) {
            return Optional.empty();
        }
        Difference found = new Difference(
                end.at(),
                end.about(),
                held.isEmpty() ? Difference.Kind.SUSPENDED_THERE : Difference.Kind.SERVICES,
                held.isEmpty() ? "The hub itself serves it not." : "The hub's own services for it are others.");
        if (found.kind().isRepairable()) {
            links.differs(end, found.detail(), now);
        }
        return Optional.of(found);
    }

    /**
     * As {@link #check}, and has what differs repaired.
     *
     * @return what was found; the job is there when there is something to do
     */
    public Repair repair(Optional<Wwwroot> only, String actor) {
        CheckReport report = check(only);
        boolean open = only.map(lists::of).orElseGet(lists::open).stream().anyMatch(LinkEnd::isOpen);
        Optional<UUID> job = open ? Optional.of(planner.start("repair", only)) : Optional.empty();
        if (!report.differences().isEmpty()) {
            AuditEvent event = AuditEvent.done("links.differ", actor)
                    .with("differences", String.valueOf(report.differences().size()))
                    .with("silent", String.valueOf(report.silent().size()));
            audit.record(event);
        }
        return new Repair(report, job);
    }

    /** @param job what repairs; empty when nothing is to be done */
    public record Repair(CheckReport report, Optional<UUID> job) {}

    private static String why(Answer<?> answer) {
        if (answer instanceof Answer.Refused<?> refused) {
            return "fault " + refused.code() + ": " + refused.text();
        } else if (answer instanceof Answer.Unsupported<?> unsupported) {
            return unsupported.why();
        } else if (answer instanceof Answer.Unusable<?> unusable) {
            return unusable.why();
        } else if (answer instanceof Answer.Unreachable<?> unreachable) {
            return unreachable.why();
        }
        return "";
    }
}
