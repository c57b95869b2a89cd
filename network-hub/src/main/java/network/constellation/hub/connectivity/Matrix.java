package network.constellation.hub.connectivity;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.constellation.hub.fanout.Answer;
import network.constellation.hub.fanout.Fanout;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.connectivity.Connectivity;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.tenant.Tenant;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.connectivity.ConnectivityMethods;
import network.constellation.protocol.method.connectivity.LinkCheck;

/**
 * What all sites found of their links, the hub's own among them. Collected by the hub, at its own pace: no site can push
 * anything into it, and one that cannot be asked is known by the hub's own look at it.
 */
@Singleton
public final class Matrix {
    static final String REPAIR = "matrix.repair";
    private static final Duration WITHIN = Duration.ofMinutes(2);
    private static final Duration LOOKING = Duration.ofSeconds(20);
    private static final Duration EACH = Duration.ofSeconds(30);

    private final Wwwroot self;
    private final Tenant tenant;
    private final Registry registry;
    private final Connectivity own;
    private final Fanout fanout;
    private final PeerClient client;
    private final Peers peers;
    private final MatrixStore store;
    private final MatrixAlerts alerts;
    private final Jobs jobs;
    private final Provider<MatrixRepair> repair;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Matrix(
            Wwwroot self,
            Tenant tenant,
            Registry registry,
            Connectivity own,
            Fanout fanout,
            PeerClient client,
            Peers peers,
            MatrixStore store,
            MatrixAlerts alerts,
            Jobs jobs,
            Provider<MatrixRepair> repair,
            Audit audit,
            Clock clock) {
        this.self = self;
        this.tenant = tenant;
        this.registry = registry;
        this.own = own;
        this.fanout = fanout;
        this.client = client;
        this.peers = peers;
        this.store = store;
        this.alerts = alerts;
        this.jobs = jobs;
        this.repair = repair;
        this.audit = audit;
        this.clock = clock;
    }

    /** All cells, by address of who looked and then of whom was looked at. */
    public List<MatrixCell> cells() {
        return store.cells().stream().map(MatrixStore.Kept::cell).toList();
    }

    /** What one site found of its link to another. */
    public Optional<MatrixCell> cell(Wwwroot at, Wwwroot about) {
        return store.find(at, about).map(MatrixStore.Kept::cell);
    }

    /** Members by address, and the hub itself first. */
    public List<Wwwroot> sites() {
        return Stream.concat(Stream.of(self), members().stream()).toList();
    }

    public Wwwroot self() {
        return self;
    }

    /** The names of all sites for people, read once; {@link #name} for one that is not among them. */
    Map<Wwwroot, String> names() {
        Map<Wwwroot, String> names = new HashMap<>();
        registry.members().stream()
                .filter(member -> !member.name().isBlank())
                .forEach(member -> names.put(member.wwwroot(), member.name()));
        names.put(self, tenant.name());
        return names;
    }

    /** The name of a site for people. */
    public String name(Wwwroot site) {
        if (site.equals(self)) {
            return tenant.name();
        }
        return registry.find(site)
                .map(Member::name)
                .filter(name -> !name.isBlank())
                .orElse(site.host());
    }

    /** Trouble and recovery, newest first. */
    public List<MatrixEvent> events(int most) {
        return store.events(0, most);
    }

    /** Sites that the hub has not reached twice in a row, the longest silent first. */
    public List<SilentSite> silent() {
        return silent(troubledCells()).values().stream()
                .sorted(java.util.Comparator.comparing(SilentSite::since))
                .toList();
    }

    /** Links with which something was wrong when somebody looked last, by address. */
    public List<TroubledLink> trouble() {
        List<MatrixCell> cells = troubledCells();
        return TroubledLink.of(cells, silent(cells).keySet());
    }

    private List<MatrixCell> troubledCells() {
        return store.trouble().stream()
                .map(MatrixStore.Kept::cell)
                .filter(cell -> cell.check().grade().isTrouble())
                .toList();
    }

    private Map<Wwwroot, SilentSite> silent(List<MatrixCell> cells) {
        return cells.stream()
                .filter(cell -> cell.at().equals(self) && isSilence(cell.check()))
                .collect(Collectors.toMap(
                        MatrixCell::about,
                        cell -> new SilentSite(
                                cell.about(), name(cell.about()), cell.check().since())));
    }

    static boolean isSilence(LinkCheck check) {
        return check.isConfirmedTrouble() && LinkCheck.isSilence(check.word());
    }

    /** The hub looks at every site itself, and then collects: for a person who does not want to wait for the rounds. */
    void lookAndCollect() {
        fanout.ask(members(), LOOKING, site -> own.lookAtMember(site.wwwroot().value()));
        collect();
    }

    /** Asks all sites what they found, and tells of what changed. */
    public synchronized void collect() {
        Instant now = clock.instant();
        List<Wwwroot> members = members();
        List<String> all = sites().stream().map(Wwwroot::value).toList();
        keep(self, own.links(), all, now);
        Map<Wwwroot, Answer<List<LinkCheck>>> answers =
                fanout.ask(members, WITHIN, site -> asked(site, ConnectivityMethods.LINKS, Nothing.NOTHING));
        answers.forEach((site, answer) -> {
            if (answer instanceof Answer.Given<List<LinkCheck>> given) {
                keep(site, given.value(), all, now);
            }
        });
        store.keepOnly(all);
        List<MatrixStore.Kept> trouble = store.trouble();
        alerts.tell(
                trouble,
                silent(trouble.stream().map(MatrixStore.Kept::cell).toList()).keySet());
    }

    /**
     * Past the circuit breaker: a site that was silent until just now is asked all the same. Twice, as a connection that
     * was kept open may have died meanwhile.
     */
    private <A, R> R asked(Peer site, NetworkMethod<A, R> method, A argument) {
        try {
            return client.callOnce(site, method, argument, EACH);
        } catch (UnreachableException first) {
            return client.callOnce(site, method, argument, EACH);
        }
    }

    /** A site tells of members only: what else it says is left out. */
    private void keep(Wwwroot at, List<LinkCheck> found, List<String> members, Instant now) {
        List<MatrixCell> cells = new ArrayList<>();
        for (LinkCheck check : found) {
            if (members.contains(check.peer()) && !check.peer().equals(at.value())) {
                cells.add(new MatrixCell(at, Wwwroot.of(check.peer()), check, now));
            }
        }
        store.save(at, cells);
    }

    private List<Wwwroot> members() {
        return registry.members().stream()
                .filter(member -> member.state() == Member.State.ADMITTED)
                .map(Member::wwwroot)
                .toList();
    }

    /**
     * Has both ends of a link told again of each other's keys and services, and looked at.
     *
     * @return the job that does it
     * @throws IllegalArgumentException when one of them is no member
     */
    public UUID repair(Wwwroot one, Wwwroot other, String actor) {
        List<Wwwroot> known = sites();
        if (one.equals(other) || !known.contains(one) || !known.contains(other)) {
            throw new IllegalArgumentException(
                    "A link has two ends, each a member of this network or the hub; `hub peers` lists the members.");
        }
        audit.record(AuditEvent.done(REPAIR, actor).peer(one.value()).with("other", other.value()));
        return jobs.start(repair.get(), new MatrixRepair.State(one.value(), other.value(), actor));
    }

    /** Has one end looked at now, and keeps what it found. */
    MatrixCell look(Wwwroot at, Wwwroot about) {
        LinkCheck found = at.equals(self)
                ? own.lookAtMember(about.value())
                : asked(peers.require(at), ConnectivityMethods.LOOK, about.value());
        MatrixCell cell = new MatrixCell(at, about, found, clock.instant());
        store.save(cell);
        return cell;
    }
}
