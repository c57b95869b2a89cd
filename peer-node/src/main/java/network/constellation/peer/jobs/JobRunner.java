package network.constellation.peer.jobs;

import com.google.inject.Inject;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Singleton;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.config.ForNode;
import network.constellation.peer.tenant.TenantEntry;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.peer.tenant.Tenants;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Takes one job from its present step as far as it goes. The state is stored after each step, before the next. */
@Singleton
final class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration DISABLED_TENANT_WAIT = Duration.ofMinutes(1);

    private final JobStore store;
    private final JobJson json;
    private final JobSignal signal;
    private final Tenants tenants;
    private final Injector node;
    private final Clock clock;
    private final CrashPoints crash;
    private final MeterRegistry meters;

    @Inject
    JobRunner(
            JobStore store,
            JobJson json,
            JobSignal signal,
            Tenants tenants,
            Injector node,
            Clock clock,
            CrashPoints crash,
            MeterRegistry meters) {
        this.store = store;
        this.json = json;
        this.signal = signal;
        this.tenants = tenants;
        this.node = node;
        this.clock = clock;
        this.crash = crash;
        this.meters = meters;
    }

    /** @return when to go on; empty: never, the job has ended */
    Optional<Instant> run(UUID id) throws InterruptedException {
        JobRow row = store.row(id).orElse(null);
        if (row == null || row.status().isEnded()) {
            return Optional.empty();
        }
        MDC.put("job", row.kind() + "/" + id);
        try {
            return row.tenant().isEmpty()
                    ? run(row, node.getInstance(Key.get(JobKinds.class, ForNode.class)))
                    : runInTenant(row, Wwwroot.of(row.tenant()));
        } finally {
            MDC.remove("job");
            signal.changed();
        }
    }

    /** Called once the job's row in the scheduler is gone. @return whether it is due again */
    boolean afterwards(UUID id) {
        return store.rescue(id, clock.instant());
    }

    private Optional<Instant> runInTenant(JobRow row, Wwwroot tenant) throws InterruptedException {
        TenantEntry entry = tenants.entry(tenant).orElse(null);
        if (entry == null) {
            return failed(row, "The tenant " + tenant + " is not there any more.");
        }
        if (!entry.isEnabled()) {
            Instant later = clock.instant().plus(DISABLED_TENANT_WAIT);
            store.waitUntil(row.id(), "The tenant is disabled.", row.attempt(), later, clock.instant());
            return Optional.of(later);
        }
        try (TenantLease lease = tenants.open(tenant)) {
            return run(row, lease.get(JobKinds.class));
        }
    }

    private Optional<Instant> run(JobRow row, JobKinds kinds) throws InterruptedException {
        JobKind<?> kind = kinds.find(row.kind());
        return kind == null ? failed(row, "This release knows no job \"" + row.kind() + "\".") : runKind(row, kind);
    }

    private <S> Optional<Instant> runKind(JobRow row, JobKind<S> kind) throws InterruptedException {
        List<JobKind.NamedStep<S>> steps = kind.steps();
        int index = indexOf(steps, row.step());
        if (index < 0) {
            return failed(row, "This release knows no step \"" + row.step() + "\" of " + row.kind() + ".");
        }
        S state = json.read(kind, row.state());
        int attempt = row.attempt() + 1;
        while (true) {
            JobKind.NamedStep<S> step = steps.get(index);
            String point = kind.name() + "/" + step.name() + "/";
            if (store.isCancelling(row.id())) {
                return ended(row, JobView.State.CANCELLED, null, null);
            }
            if (!store.beginStep(row.id(), step.name(), attempt, clock.instant())) {
                return Optional.empty();
            }
            signal.changed();
            try {
                crash.reached(point + "before");
                state = step.step().run(new Context(row.id(), attempt), state);
                crash.reached(point + "done");
            } catch (InterruptedException stopping) {
                store.waitUntil(row.id(), null, attempt - 1, clock.instant(), clock.instant());
                throw stopping;
            } catch (JobCancelled cancelled) {
                return ended(row, JobView.State.CANCELLED, null, null);
            } catch (JobFailure hopeless) {
                count(kind, step.name(), "failed");
                return failed(row, sentence(hopeless));
            } catch (Exception | LinkageError | StackOverflowError failed) {
                return again(row, kind, step.name(), attempt, failed);
            }
            count(kind, step.name(), "done");
            String stored = json.write(kind, state);
            if (++index == steps.size()) {
                Optional<Instant> end = ended(row, JobView.State.DONE, stored, null);
                crash.reached(point + "stored");
                return end;
            }
            store.endStep(row.id(), steps.get(index).name(), stored, index * 100 / steps.size(), clock.instant());
            crash.reached(point + "stored");
            attempt = 1;
        }
    }

    private Optional<Instant> again(JobRow row, JobKind<?> kind, String step, int attempt, Throwable why) {
        count(kind, step, "again");
        JobKind.RetryPolicy policy = kind.retries();
        if (attempt >= policy.attempts()) {
            return failed(row, "Given up after " + attempt + " attempts: " + sentence(why));
        }
        // The sum of doubling waits; a fifth of chance keeps many jobs from coming back in the same moment.
        double factor = Math.pow(2, Math.min(attempt - 1, 30))
                * (0.9 + 0.2 * ThreadLocalRandom.current().nextDouble());
        long millis = (long)
                Math.min(policy.first().toMillis() * factor, policy.longest().toMillis());
        Instant now = clock.instant();
        Instant next = now.plusMillis(millis);
        LOG.info("Step {} failed, next attempt at {}: {}", step, next, sentence(why));
        LOG.debug("Step {} failed", step, why);
        store.waitUntil(row.id(), sentence(why), attempt, next, now);
        return Optional.of(next);
    }

    private Optional<Instant> failed(JobRow row, String sentence) {
        LOG.warn("Job {} failed: {}", row.kind(), sentence);
        return ended(row, JobView.State.FAILED, null, sentence);
    }

    private Optional<Instant> ended(JobRow row, JobView.State state, @Nullable String json, @Nullable String error) {
        store.end(row.id(), state, json, error, clock.instant());
        meters.counter("constellation.jobs.ended", "kind", row.kind(), "state", state.name())
                .increment();
        return Optional.empty();
    }

    private void count(JobKind<?> kind, String step, String outcome) {
        meters.counter("constellation.jobs.steps", "kind", kind.name(), "step", step, "outcome", outcome)
                .increment();
    }

    private static String sentence(Throwable why) {
        return why.getMessage() == null || why.getMessage().isBlank() ? why.toString() : why.getMessage();
    }

    private static <S> int indexOf(List<JobKind.NamedStep<S>> steps, String name) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private final class Context implements JobContext {
        private final UUID id;
        private final int attempt;
        private final Instant now = clock.instant();

        Context(UUID id, int attempt) {
            this.id = id;
            this.attempt = attempt;
        }

        @Override
        public UUID jobId() {
            return id;
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public int attempt() {
            return attempt;
        }

        @Override
        public void progress(int percent, String note) {
            store.progress(id, percent, note);
            signal.changed();
        }

        @Override
        public void checkCancelled() {
            if (store.isCancelling(id)) {
                throw new JobCancelled();
            }
        }
    }
}
