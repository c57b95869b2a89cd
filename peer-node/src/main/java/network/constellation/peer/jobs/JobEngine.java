package network.constellation.peer.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import network.constellation.peer.lifecycle.NodeService;
import network.constellation.peer.store.Database;
import network.constellation.peer.store.NodeDb;
import org.jspecify.annotations.Nullable;

/**
 * The scheduler of this process. It only knows two tasks, "job" and "periodic", whose instances are rows; everything
 * else is ours. What this process held when it was killed is free again as soon as it comes back.
 */
@Singleton
final class JobEngine implements NodeService {
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration DRAIN = Duration.ofSeconds(3);

    private final JobsConfig config;
    private final Provider<Database> database;
    private final Provider<JobRunner> jobs;
    private final Provider<PeriodicRunner> periodic;
    private final Provider<JobKeeper> keeper;
    private final Clock clock;
    private final Set<String> runningHere = ConcurrentHashMap.newKeySet();
    private final Silence silence;
    private volatile @Nullable Scheduler scheduler;

    @Inject
    JobEngine(
            JobsConfig config,
            @NodeDb Provider<Database> database,
            Provider<JobRunner> jobs,
            Provider<PeriodicRunner> periodic,
            Provider<JobKeeper> keeper,
            Clock clock) {
        this.config = config;
        this.database = database;
        this.jobs = jobs;
        this.periodic = periodic;
        this.keeper = keeper;
        this.clock = clock;
        this.silence = new Silence(config.heartbeat().multipliedBy(MISSED_HEARTBEATS), System::nanoTime);
    }

    @Override
    public Phase phase() {
        return Phase.JOBS;
    }

    @Override
    public void start() {
        String name = keeper.get().prepare();
        var builder = Scheduler.create(
                        database.get().dataSource(),
                        task(JobStore.TASK, id -> jobs.get().run(UUID.fromString(id))),
                        task(PeriodicStore.TASK, instance -> periodic.get().run(instance)))
                .schedulerName(new SchedulerName.Fixed(name))
                .clock(clock::instant)
                .threads(config.threads())
                .pollingInterval(config.poll())
                .heartbeatInterval(config.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(DRAIN)
                .failureLogging(LogLevel.WARN, true);
        if (database.get().isPostgres()) {
            builder.pollUsingLockAndFetch(0.5, 1.0);
        } else {
            builder.pollUsingFetchAndLockOnExecute(0.5, 3.0);
        }
        Scheduler made = builder.build();
        made.start();
        scheduler = made;
        keeper.get().start(this::wake);
    }

    @Override
    public void stop() {
        keeper.get().stop();
        Scheduler present = scheduler;
        if (present != null) {
            scheduler = null;
            present.stop();
        }
    }

    /** New work is looked for now, not at the next poll. */
    void wake() {
        Scheduler present = scheduler;
        if (present != null) {
            present.triggerCheckForDueExecutions();
        }
    }

    private interface Work {
        Optional<Instant> run(String instance) throws InterruptedException;
    }

    private CustomTask<Void> task(String name, Work work) {
        return Tasks.custom(name, Void.class)
                // A leap of the clock makes heartbeats look old: what runs here is not dead.
                .onDeadExecution((complete, operations) -> {
                    Execution found = complete.getExecution();
                    if (!runningHere.contains(key(name, found.getId())) && silence.isOver(found)) {
                        operations.reschedule(complete, clock.instant());
                    }
                })
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, clock.instant().plusSeconds(5)))
                .execute((instance, context) -> run(name, instance.getId(), work));
    }

    private CompletionHandler<Void> run(String name, String instance, Work work) {
        String key = key(name, instance);
        if (!runningHere.add(key)) {
            return (complete, operations) ->
                    operations.reschedule(complete, clock.instant().plusSeconds(1));
        }
        try {
            Optional<Instant> next = work.run(instance);
            return (complete, operations) -> {
                if (next.isPresent()) {
                    operations.reschedule(complete, next.get());
                } else {
                    operations.remove();
                }
                boolean more = name.equals(PeriodicStore.TASK)
                        ? periodic.get().afterwards(instance)
                        : next.isEmpty() && jobs.get().afterwards(UUID.fromString(instance));
                if (more) {
                    wake();
                }
            };
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return (complete, operations) -> operations.reschedule(complete, clock.instant());
        } finally {
            runningHere.remove(key);
        }
    }

    private static String key(String task, String instance) {
        return task + "/" + instance;
    }
}
