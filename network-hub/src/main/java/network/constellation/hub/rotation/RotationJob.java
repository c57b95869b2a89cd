package network.constellation.hub.rotation;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import network.constellation.hub.rotation.Rotation.Phase;
import network.constellation.hub.rotation.RotationSite.State;
import network.constellation.hub.rotation.RotationWork.Action;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.jobs.JobContext;
import network.constellation.peer.jobs.JobFailure;
import network.constellation.peer.jobs.JobKind;
import network.constellation.protocol.method.rotation.RehearsedPing.Outcome;

/**
 * One part of a rotation, for all its sites, several at once. It ends in bounded time: whoever does not answer in two
 * rounds is left behind, listed, and brought up later by {@link RotationFollowUp}.
 */
public final class RotationJob implements JobKind<RotationWork> {
    private static final int AT_ONCE = 8;
    private static final int ROUNDS = 2;

    private final RotationsStore store;
    private final RotationSteps steps;
    private final RehearsalRound rehearsal;
    private final NetworkSites network;
    private final RotationEvents events;

    @Inject
    RotationJob(
            RotationsStore store,
            RotationSteps steps,
            RehearsalRound rehearsal,
            NetworkSites network,
            RotationEvents events) {
        this.store = store;
        this.steps = steps;
        this.rehearsal = rehearsal;
        this.network = network;
        this.events = events;
    }

    @Override
    public String name() {
        return "rotation";
    }

    @Override
    public Class<RotationWork> stateType() {
        return RotationWork.class;
    }

    @Override
    public RetryPolicy retries() {
        return new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30), 1_000);
    }

    @Override
    public List<NamedStep<RotationWork>> steps() {
        return List.of(
                JobKind.step("prepare", (job, work) -> work.action() == Action.PREPARE ? prepare(job, work) : work),
                JobKind.step("announce", (job, work) -> work.action() == Action.PREPARE ? announce(job, work) : work),
                JobKind.step("rehearse", (job, work) -> work.action() == Action.REHEARSE ? rehearse(job, work) : work),
                JobKind.step("activate", (job, work) -> work.action() == Action.ACTIVATE ? activate(job, work) : work),
                JobKind.step("retire", (job, work) -> work.action() == Action.RETIRE ? retire(job, work) : work),
                JobKind.step("catch-up", (job, work) -> work.action() == Action.CATCH_UP ? catchUp(job, work) : work),
                JobKind.step("abort", this::abort));
    }

    private RotationWork prepare(JobContext job, RotationWork work) throws JobFailure, InterruptedException {
        Rotation rotation = rotation(work);
        Map<Wwwroot, Set<Wwwroot>> links = network.links();
        each(
                job,
                rotation,
                site -> site.rotates() && site.state() == State.WAITING,
                site -> steps.prepare(rotation, site.wwwroot(), links));
        return work;
    }

    private RotationWork announce(JobContext job, RotationWork work) throws JobFailure, InterruptedException {
        Rotation rotation = rotation(work);
        Map<Wwwroot, Set<Wwwroot>> links = network.links();
        each(
                job,
                rotation,
                site -> !site.told() && site.state() != State.LEGACY && site.attempts() < ROUNDS,
                site -> steps.tell(rotation, site.wwwroot(), links));
        if (rotation.phase() == Phase.PREPARING) {
            events.reached(rotation, Phase.PREPARED, null, work.actor());
        }
        return work;
    }

    private RotationWork rehearse(JobContext job, RotationWork work) throws JobFailure, InterruptedException {
        Rotation rotation = rotation(work);
        Map<Wwwroot, Set<Wwwroot>> links = network.links();
        parallel(job, store.sites(rotation.number()), site -> rehearsal.from(rotation, site.wwwroot(), links));
        RehearsalReport report = new RehearsalReport(store.pings(rotation.number()));
        if (report.isFailed()) {
            events.reached(
                    rotation,
                    Phase.ABORTING,
                    "The rehearsal failed on "
                            + report.count(Outcome.FAILED)
                            + " of " + report.links().size() + " links.",
                    work.actor());
        } else if (rotation.phase() == Phase.REHEARSING) {
            events.reached(rotation, Phase.REHEARSED, null, work.actor());
        }
        return work;
    }

    private RotationWork activate(JobContext job, RotationWork work) throws JobFailure, InterruptedException {
        Rotation rotation = rotation(work);
        Predicate<RotationSite> ready = site -> site.rotates() && site.state() == State.PREPARED;
        each(job, rotation, ready.and(site -> !network.isHub(site.wwwroot())), site -> steps.activate(rotation, site));
        each(job, rotation, ready.and(site -> network.isHub(site.wwwroot())), site -> steps.activate(rotation, site));
        if (rotation.phase() == Phase.ACTIVATING) {
            events.reached(rotation, Phase.ACTIVATED, null, work.actor());
        }
        return work;
    }

    private RotationWork retire(JobContext job, RotationWork work) throws JobFailure, InterruptedException {
        Rotation rotation = rotation(work);
        each(
                job,
                rotation,
                site -> site.rotates() && site.state() == State.ACTIVATED,
                site -> steps.retire(rotation, site.wwwroot()));
        if (rotation.phase() == Phase.RETIRING) {
            events.reached(rotation, Phase.RETIRED, null, work.actor());
        }
        return work;
    }

    private RotationWork catchUp(JobContext job, RotationWork work) throws JobFailure, InterruptedException {
        Rotation rotation = rotation(work);
        Map<Wwwroot, Set<Wwwroot>> links = network.links();
        List<RotationSite> behind = store.sites(rotation.number()).stream()
                .filter(site -> site.isBehind(rotation.phase()))
                .toList();
        parallel(job, behind, site -> steps.catchUp(rotation, site, links));
        events.keysChanged();
        return work;
    }

    private RotationWork abort(JobContext job, RotationWork work) throws JobFailure, InterruptedException {
        Rotation rotation = rotation(work);
        if (rotation.phase() != Phase.ABORTING) {
            return work;
        }
        steps.withdraw(rotation, network.links());
        each(
                job,
                rotation,
                site -> site.rotates() && (site.state() == State.PREPARED || site.state() == State.WAITING),
                site -> steps.discard(rotation, site));
        events.reached(rotation, Phase.ABORTED, null, work.actor());
        return work;
    }

    private Rotation rotation(RotationWork work) throws JobFailure {
        return store.find(work.number())
                .orElseThrow(() -> new JobFailure("There is no rotation " + work.number() + " any more."));
    }

    /** All sites that need it, and those that failed once more. */
    private void each(JobContext job, Rotation rotation, Predicate<RotationSite> needs, Consumer<RotationSite> step)
            throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            List<RotationSite> open =
                    store.sites(rotation.number()).stream().filter(needs).toList();
            parallel(job, open, site -> steps.attempt(rotation, site.wwwroot(), () -> step.accept(site)));
        }
    }

    private static void parallel(JobContext job, List<RotationSite> sites, Consumer<RotationSite> step)
            throws InterruptedException {
        if (sites.isEmpty()) {
            return;
        }
        job.checkCancelled();
        AtomicInteger done = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, sites.size()), run -> {
            Thread thread = new Thread(run, "rotation");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> running = new ArrayList<>();
            for (RotationSite site : sites) {
                running.add(threads.submit(() -> {
                    step.accept(site);
                    int so = done.incrementAndGet();
                    job.progress(100 * so / sites.size(), so + "/" + sites.size());
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A site's step failed: " + failed.getCause(), failed);
        } finally {
            threads.shutdownNow();
        }
    }
}
