package network.constellation.peer.jobs;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.store.NodeDb;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.peer.tenant.Tenants;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the work: takes up what a killed process left, and watches that everything periodic still succeeds. Its
 * thread is its own, so that it also notices when the scheduler itself stands still.
 */
@Singleton
final class JobKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(JobKeeper.class);
    private static final long ROUND_SECONDS = 10;

    private final SchedulerStore rows;
    private final JobStore jobs;
    private final PeriodicStore periodic;
    private final JobsConfig config;
    private final PeriodicTasks nodeTasks;
    private final Tenants tenants;
    private final Set<WatchdogAlarm> alarms;
    private final Jdbi node;
    private final Clock clock;
    private final ClockLeap leap;
    private @Nullable ScheduledExecutorService thread;

    @Inject
    JobKeeper(
            SchedulerStore rows,
            JobStore jobs,
            PeriodicStore periodic,
            JobsConfig config,
            @network.constellation.peer.config.ForNode PeriodicTasks nodeTasks,
            Tenants tenants,
            Set<WatchdogAlarm> alarms,
            @NodeDb Jdbi node,
            Clock clock,
            MeterRegistry meters) {
        this.rows = rows;
        this.jobs = jobs;
        this.periodic = periodic;
        this.config = config;
        this.nodeTasks = nodeTasks;
        this.tenants = tenants;
        this.alarms = alarms;
        this.node = node;
        this.clock = clock;
        this.leap = new ClockLeap(clock.instant(), System.nanoTime());
        for (JobView.State state : JobView.State.values()) {
            Gauge.builder("constellation.jobs", () -> rows.count(state))
                    .tag("state", state.name())
                    .register(meters);
        }
        Gauge.builder("constellation.periodic.overdue", () -> overdue().size()).register(meters);
    }

    /** @return the name under which this node takes work, the same at every start */
    String prepare() {
        String name = rows.nodeName();
        rows.release(name);
        jobs.rescue(clock.instant());
        nodeTasks.register();
        return name;
    }

    /** @param wake makes the scheduler look for due work, which by itself it does only when the node's clock moves */
    void start(Runnable wake) {
        ScheduledExecutorService made = Executors.newSingleThreadScheduledExecutor(run -> {
            Thread keeper = new Thread(run, "job-keeper");
            keeper.setDaemon(true);
            return keeper;
        });
        made.execute(this::takeUpOutboxes);
        long poll = config.poll().toMillis();
        made.scheduleWithFixedDelay(() -> beat(wake), poll, poll, TimeUnit.MILLISECONDS);
        made.scheduleWithFixedDelay(this::round, ROUND_SECONDS, ROUND_SECONDS, TimeUnit.SECONDS);
        thread = made;
    }

    void stop() {
        ScheduledExecutorService present = thread;
        if (present != null) {
            present.shutdownNow();
            try {
                var unused = present.awaitTermination(2, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    List<PeriodicView> overdue() {
        Instant now = clock.instant();
        return periodic.all().stream().filter(task -> task.isOverdue(now)).toList();
    }

    /** Opening a tenant empties its outbox; only those that were cut off are marked. */
    private void takeUpOutboxes() {
        for (String tenant : OutboxStore.marked(node)) {
            try {
                if (tenants.entry(Wwwroot.of(tenant)).isPresent()) {
                    tenants.open(Wwwroot.of(tenant)).close();
                }
            } catch (RuntimeException failed) {
                LOG.warn("The outbox of {} could not be taken up", tenant, failed);
            }
        }
    }

    void round() {
        try {
            jobs.rescue(clock.instant());
            jobs.purge(clock.instant().minus(config.keep()));
            for (PeriodicView task : overdue()) {
                if (!task.alarmed()) {
                    alarm(task);
                    periodic.setAlarmed(task.tenant(), task.name());
                }
            }
        } catch (RuntimeException failed) {
            LOG.warn("The watchdog could not finish its round", failed);
        }
    }

    private void beat(Runnable wake) {
        try {
            followClock();
        } catch (RuntimeException failed) {
            LOG.warn("What waits could not follow the clock", failed);
        }
        wake.run();
    }

    /** A clock that was set back must not leave what is done again and again waiting for the time it had. */
    void followClock() {
        Duration back = leap.back(clock.instant(), System.nanoTime());
        if (!back.isZero()) {
            int moved = rows.bringForward(back, clock.instant());
            LOG.warn("The clock was set back by {} s; {} waiting executions follow it", back.toSeconds(), moved);
        }
    }

    private void alarm(PeriodicView task) {
        LOG.error(
                "Periodic task {} of {} has not succeeded since {}: {}",
                task.name(),
                task.tenant().isEmpty() ? "the node" : task.tenant(),
                task.lastSuccess().orElse(task.registered()),
                task.lastError().orElse("it did not run"));
        for (WatchdogAlarm alarm : alarms) {
            alarm.overdue(task);
        }
        if (!task.tenant().isEmpty() && tenants.entry(Wwwroot.of(task.tenant())).isPresent()) {
            try (TenantLease lease = tenants.open(Wwwroot.of(task.tenant()))) {
                lease.find(WatchdogAlarm.class).ifPresent(audit -> audit.overdue(task));
            }
        }
    }
}
