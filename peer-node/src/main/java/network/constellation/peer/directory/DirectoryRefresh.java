package network.constellation.peer.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.jobs.PeriodicWake;

/**
 * Keeps the directory of each network fresh: one question to the hub a minute and network, for all tenants of the process
 * together; with back-off while the hub does not answer, at once when it calls. It fails loudly: as long as a hub does not
 * answer this task does not succeed, and the watchdog of {@code jobs} raises its alarm (promises 8 to 10 and 17).
 */
@Singleton
final class DirectoryRefresh implements PeriodicTask {
    static final String NAME = "directory-refresh";
    /** For one question of the periodic task. */
    static final Duration TIMEOUT = Duration.ofSeconds(10);
    /** For a question that somebody waits for. */
    static final Duration SHORT_TIMEOUT = Duration.ofSeconds(5);

    private static final Duration ALARM_AFTER = Duration.ofMinutes(4);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final long NOT_AGAIN_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int WAITING_AT_ONCE = 16;

    private final DirectoryCache cache;
    private final DirectoryStore store;
    private final DirectoryPull pull;
    private final PassedOn passedOn;
    private final Following following;
    private final DirectoryMeters meters;
    private final PeriodicWake wake;
    private final Clock clock;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    /** The line to one hub. */
    private static final class Line {
        final ReentrantLock asking = new ReentrantLock();
        final Semaphore waiting = new Semaphore(WAITING_AT_ONCE);
        volatile Attempts attempts;
        volatile long failedAtNanos;
        volatile boolean failedLately;
        /** Something happened for which to ask without waiting; also while a question is under way. */
        volatile boolean again;

        Line(Attempts attempts) {
            this.attempts = attempts;
        }

        boolean failedJustNow() {
            return failedLately && System.nanoTime() - failedAtNanos < NOT_AGAIN_NANOS;
        }
    }

    @Inject
    DirectoryRefresh(
            DirectoryCache cache,
            DirectoryStore store,
            DirectoryPull pull,
            PassedOn passedOn,
            Following following,
            DirectoryMeters meters,
            PeriodicWake wake,
            Clock clock) {
        this.cache = cache;
        this.store = store;
        this.pull = pull;
        this.passedOn = passedOn;
        this.following = following;
        this.meters = meters;
        this.wake = wake;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Until the next question that is due; the runner asks after each run. */
    @Override
    public Duration every() {
        Instant now = clock.instant();
        Duration pause = Attempts.INTERVAL;
        for (String network : cache.names()) {
            if (pull.isWanted(network)) {
                Line line = line(network);
                Instant next = line.again ? now : line.attempts.next().orElse(now);
                pause = next.isBefore(now.plus(pause)) ? Duration.between(now, next) : pause;
            }
        }
        return pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause;
    }

    @Override
    public Duration alarmAfter() {
        return ALARM_AFTER;
    }

    @Override
    public void run() {
        List<String> failing = new ArrayList<>();
        for (String network : cache.names()) {
            if (pull.isWanted(network)) {
                Line line = line(network);
                if (line.again || line.attempts.isDue(clock.instant())) {
                    attempt(network, line, TIMEOUT);
                }
                boolean silent = line.attempts.failures() > 0;
                passedOn.round(network, silent);
                if (silent) {
                    failing.add(network + ": " + line.attempts.error().orElse(""));
                }
            }
            following.round(network, line(network).attempts);
        }
        meters.renew(this::attempts);
        if (!failing.isEmpty()) {
            throw new HubSilent(String.join("; ", failing));
        }
    }

    /** Asks as soon as the scheduler comes to it, whatever the back-off says. */
    void soon(String network) {
        Line line = line(network);
        // The answer to our own question is no news.
        if (!line.asking.isHeldByCurrentThread() && !line.again) {
            line.again = true;
            wake.now(NAME);
        }
    }

    /** What is due may be more than a question: a list to be passed on, a tenant to be told. */
    void roundSoon() {
        wake.now(NAME);
    }

    /** Asks now and waits; the tenants are told a moment later. @return whether the hub answered as it must */
    boolean now(String network) {
        Line line = line(network);
        line.asking.lock();
        try {
            return attempt(network, line, TIMEOUT);
        } finally {
            line.asking.unlock();
            roundSoon();
        }
    }

    /**
     * Somebody is about to be refused because of age: asks, unless it was tried just now. Waits seconds at most, and not
     * too many at once, so that a silent hub cannot hold this node's threads.
     *
     * @param needed whether it is still too old: another question may have renewed it meanwhile
     */
    void onDemand(String network, BooleanSupplier needed) {
        Line line = line(network);
        if (line.failedJustNow() || !pull.isWanted(network) || !line.waiting.tryAcquire()) {
            return;
        }
        try {
            if (line.asking.tryLock(SHORT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    if (needed.getAsBoolean() && !line.failedJustNow()) {
                        attempt(network, line, SHORT_TIMEOUT);
                        roundSoon();
                    }
                } finally {
                    line.asking.unlock();
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            line.waiting.release();
        }
    }

    /** Whether the hub did not answer the last time. */
    boolean isFailing(String network) {
        return line(network).attempts.failures() > 0;
    }

    Attempts attempts(String network) {
        return line(network).attempts;
    }

    private boolean attempt(String network, Line line, Duration timeout) {
        line.asking.lock();
        try {
            line.again = false;
            Optional<String> failure = pull.fromHub(network, timeout);
            Instant now = clock.instant();
            line.attempts = failure.isEmpty()
                    ? line.attempts.succeeded(now)
                    : line.attempts.failed(now, failure.get(), ThreadLocalRandom.current()::nextDouble);
            line.failedLately = failure.isPresent();
            line.failedAtNanos = System.nanoTime();
            store.attempts(network, line.attempts);
            return failure.isEmpty();
        } finally {
            line.asking.unlock();
        }
    }

    private Line line(String network) {
        return lines.computeIfAbsent(network, name -> new Line(store.attempts(name)));
    }

    /** Makes the periodic task fail, so that watchdog and pages see it. */
    private static final class HubSilent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        HubSilent(String networks) {
            super(networks, null, false, false);
        }
    }
}
