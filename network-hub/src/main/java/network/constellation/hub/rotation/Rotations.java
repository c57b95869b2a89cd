package network.constellation.hub.rotation;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import network.constellation.hub.approvals.Approvals;
import network.constellation.hub.approvals.Person;
import network.constellation.hub.rotation.Rotation.Phase;
import network.constellation.hub.rotation.RotationSite.State;
import network.constellation.hub.rotation.RotationWork.Action;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.jobs.Jobs;
import org.jdbi.v3.core.Handle;

/**
 * The rules of rotations that the hub leads: prepare, rehearse, activate, retire, one after the other; each may be asked
 * for again and goes on with the sites that are behind. Used by command line, pages and API alike.
 */
@Singleton
public final class Rotations {
    private static final UUID NOTHING = new UUID(0, 0);

    private final RotationsStore store;
    private final NetworkSites sites;
    private final Jobs jobs;
    private final Provider<RotationJob> job;
    private final Audit audit;
    private final Approvals approvals;
    private final Clock clock;
    private final Map<Integer, UUID> begun = new ConcurrentHashMap<>();

    @Inject
    Rotations(
            RotationsStore store,
            NetworkSites sites,
            Jobs jobs,
            Provider<RotationJob> job,
            Audit audit,
            Approvals approvals,
            Clock clock) {
        this.store = store;
        this.sites = sites;
        this.jobs = jobs;
        this.job = job;
        this.audit = audit;
        this.approvals = approvals;
        this.clock = clock;
    }

    /** Newest first. */
    public List<Rotation> list() {
        return store.all();
    }

    public Optional<Rotation> find(int number) {
        return store.find(number);
    }

    Rotation required(int number) {
        return find(number).orElseThrow(() -> new RotationRefused("There is no such rotation."));
    }

    /** Every site that a rotation concerns, by address. */
    public List<RotationSite> sites(int number) {
        return store.sites(number);
    }

    public RehearsalReport rehearsal(int number) {
        return new RehearsalReport(store.pings(number));
    }

    /** Addresses of those whose keys change, by scope. @throws RotationRefused when that is nobody */
    public Set<Wwwroot> chosen(RotationScope scope) {
        return sites.chosen(scope);
    }

    /**
     * The rotation that an order means.
     *
     * @param scope as it was prepared; an empty one means the only one that is not at its end
     * @throws RotationRefused when there is none, or more than one
     */
    public Rotation meant(RotationScope scope) {
        List<Rotation> live = list().stream().filter(Rotation::isLive).toList();
        List<Rotation> fitting = scope.isEmpty()
                ? live
                : live.stream().filter(one -> one.scope().equals(scope.label())).toList();
        if (fitting.size() > 1) {
            throw new RotationRefused("Several rotations are under way; say which, as it was prepared: "
                    + String.join("; ", fitting.stream().map(Rotation::scope).toList()) + ".");
        }
        if (fitting.isEmpty()) {
            throw new RotationRefused("No such rotation is under way: `hub rotate prepare` begins one"
                    + (live.isEmpty()
                            ? "."
                            : "; under way is "
                                    + String.join(
                                            "; ",
                                            live.stream().map(Rotation::scope).toList()) + "."));
        }
        return fitting.get(0);
    }

    /**
     * Has the sites make their next keys, and announces them. With a scope that is under way: goes on with those that are
     * behind.
     *
     * @return the job that does it; {@link #list} has the rotation
     */
    public UUID prepare(RotationScope scope, String actor) {
        Set<Wwwroot> chosen = sites.chosen(scope);
        for (Rotation live : list()) {
            if (!live.isLive()) {
                continue;
            }
            if (live.scope().equals(scope.label())) {
                return resume(live, actor);
            }
            store.sites(live.number()).stream()
                    .filter(site -> site.rotates() && chosen.contains(site.wwwroot()))
                    .findFirst()
                    .ifPresent(site -> {
                        throw new RotationRefused(site.wwwroot() + " is in rotation " + live.number() + " ("
                                + live.scope() + "): retire or abort that one first.");
                    });
        }
        UUID started = store.create(scope.label(), concerned(chosen), actor, clock.instant(), (handle, number) -> {
            audit.record(handle, event("rotation.preparing", actor, number, scope.label()));
            return work(handle, number, Action.PREPARE, actor);
        });
        return started;
    }

    /** Has all linked sites ping each other with next keys. One refusal, and the rotation is aborted. */
    public UUID rehearse(Rotation rotation, String actor) {
        if (!rotation.phase().isAtLeast(Phase.PREPARED)) {
            throw new RotationRefused("Rotation " + rotation.number() + " is not prepared yet.");
        }
        if (rotation.phase().isAtLeast(Phase.ACTIVATING)) {
            throw new RotationRefused(
                    "The keys of rotation " + rotation.number() + " are in use already: there is nothing to rehearse.");
        }
        return turn(rotation, Phase.REHEARSING, Optional.empty(), Action.REHEARSE, actor);
    }

    /**
     * Puts the next keys into use; the ones before stay in their overlap.
     *
     * @param force why, where there was no good rehearsal: it is recorded, and a second administrator must agree,
     *     as with the keys of the hub itself
     * @return the job that does it
     * @throws RotationRefused when there was none and no reason is given
     * @throws network.constellation.hub.approvals.ApprovalNeeded when it waits for a second person
     */
    public UUID activate(Rotation rotation, Optional<String> force, Person by) {
        if (rotation.phase().isAtLeast(Phase.ACTIVATED)) {
            return resume(rotation, by.name());
        }
        requirePrepared(rotation);
        boolean rehearsed = rotation.phase().isAtLeast(Phase.REHEARSED)
                && rehearsal(rotation.number()).isGood();
        boolean ofHub =
                sites(rotation.number()).stream().anyMatch(site -> site.rotates() && sites.isHub(site.wwwroot()));
        if (rotation.phase() == Phase.ACTIVATING || (rehearsed && !ofHub)) {
            return turn(rotation, Phase.ACTIVATING, Optional.empty(), Action.ACTIVATE, by.name());
        }
        if (rehearsed) {
            approvals.perform(HubActivation.KIND, HubActivation.parameters(rotation), "", by);
            return begun.getOrDefault(rotation.number(), NOTHING);
        }
        String reason = force.map(String::strip).orElse("");
        if (reason.isEmpty()) {
            throw new RotationRefused("Rotation " + rotation.number()
                    + " has no good rehearsal: rehearse it, or give the reason for going on without one (--force).");
        }
        approvals.perform(ForcedActivation.KIND, ForcedActivation.parameters(rotation, reason), reason, by);
        return begun.getOrDefault(rotation.number(), NOTHING);
    }

    /**
     * For {@link ForcedActivation} and {@link HubActivation}, which asked for leave.
     *
     * @param force why, where there was no good rehearsal
     */
    void activateNow(Rotation rotation, Optional<String> force, String actor) {
        requirePrepared(rotation);
        if (rotation.phase().isAtLeast(Phase.ACTIVATING)) {
            throw new RotationRefused("The keys of rotation " + rotation.number() + " are in use already.");
        }
        begun.put(rotation.number(), turn(rotation, Phase.ACTIVATING, force, Action.ACTIVATE, actor));
    }

    private static void requirePrepared(Rotation rotation) {
        if (!rotation.phase().isAtLeast(Phase.PREPARED) || !rotation.isLive()) {
            throw new RotationRefused(
                    "Rotation " + rotation.number() + " is " + rotation.phase().label() + ", not prepared.");
        }
    }

    /** Ends the overlap. */
    public UUID retire(Rotation rotation, String actor) {
        if (!rotation.phase().isAtLeast(Phase.ACTIVATED)) {
            throw new RotationRefused("The keys of rotation " + rotation.number() + " are not in use yet.");
        }
        return turn(rotation, Phase.RETIRING, Optional.empty(), Action.RETIRE, actor);
    }

    /** Gives the next keys up, where they are not in use. */
    public UUID abort(Rotation rotation, String actor) {
        if (rotation.phase().isAtLeast(Phase.ACTIVATING)) {
            throw new RotationRefused("The keys of rotation " + rotation.number()
                    + " are in use: they cannot be given up, only followed by others.");
        }
        return turn(rotation, Phase.ABORTING, Optional.empty(), Action.ABORT, actor);
    }

    /** Goes on with the sites that are behind, and with them only. */
    public UUID resume(Rotation rotation, String actor) {
        return turn(rotation, rotation.phase(), Optional.empty(), Action.CATCH_UP, actor);
    }

    private UUID turn(Rotation rotation, Phase phase, Optional<String> forced, Action action, String actor) {
        return store.turn(rotation.number(), phase, forced.orElse(null), clock.instant(), (handle, number) -> {
            AuditEvent event = event("rotation.asked", actor, number, rotation.scope())
                    .with("action", action.name().toLowerCase(java.util.Locale.ROOT));
            audit.record(
                    handle, forced.map(reason -> event.with("forced", reason)).orElse(event));
            return work(handle, number, action, actor);
        });
    }

    private UUID work(Handle handle, int number, Action action, String actor) {
        return jobs.startIn(handle, job.get(), new RotationWork(number, action, actor));
    }

    /** Those whose keys change, and those who must know. */
    private List<RotationSite> concerned(Set<Wwwroot> chosen) {
        Map<Wwwroot, Set<Wwwroot>> links = sites.links();
        Set<Wwwroot> all = new TreeSet<>(chosen);
        chosen.forEach(site -> all.addAll(links.getOrDefault(site, Set.of())));
        Instant now = clock.instant();
        List<RotationSite> concerned = new ArrayList<>();
        for (Wwwroot site : all) {
            boolean legacy = sites.isLegacy(site);
            concerned.add(new RotationSite(
                    site,
                    chosen.contains(site) && !legacy,
                    legacy ? State.LEGACY : State.WAITING,
                    sites.generation(site),
                    0,
                    legacy,
                    0,
                    null,
                    now));
        }
        return concerned;
    }

    private static AuditEvent event(String name, String actor, int number, String scope) {
        return AuditEvent.done(name, actor)
                .with("number", Integer.toString(number))
                .with("scope", scope.substring(0, Math.min(200, scope.length())));
    }
}
