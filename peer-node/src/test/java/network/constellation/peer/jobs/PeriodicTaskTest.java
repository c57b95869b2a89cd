package network.constellation.peer.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import com.google.inject.multibindings.Multibinder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.node.Node;
import network.constellation.peer.node.NodeBuilder;
import network.constellation.peer.node.TestClock;
import network.constellation.peer.store.EachDatabase;
import org.junit.jupiter.api.io.TempDir;

class PeriodicTaskTest {
    private static final Wwwroot A = Wwwroot.of("http://a.localhost:8080");

    @TempDir
    Path data;

    private final TestClock clock = new TestClock();

    /** What the task does, and who heard the alarm. */
    static final class Bell {
        final AtomicInteger rung = new AtomicInteger();
        final List<String> alarms = new CopyOnWriteArrayList<>();
        final AtomicReference<Runnable> afterNext = new AtomicReference<>(() -> {});
        volatile boolean broken;
    }

    static final class Ringing implements PeriodicTask {
        private final Bell bell;

        @Inject
        Ringing(Bell bell) {
            this.bell = bell;
        }

        @Override
        public String name() {
            return "ringing";
        }

        @Override
        public Duration every() {
            bell.afterNext.getAndSet(() -> {}).run();
            return Duration.ofMinutes(10);
        }

        @Override
        public void run() {
            if (bell.broken) {
                throw new IllegalStateException("The rope is torn.");
            }
            bell.rung.incrementAndGet();
        }
    }

    private Node node(ConfigReader config, Bell bell) {
        return NodeBuilder.in(data)
                .config(config.with("jobs.poll", "100ms"))
                .clock(clock)
                .tenant(new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(Bell.class).toInstance(bell);
                        bind(Ringing.class);
                        PeriodicTask.bindTenant(binder(), Ringing.class);
                    }
                })
                .node(new AbstractModule() {
                    @Override
                    protected void configure() {
                        Multibinder.newSetBinder(binder(), WatchdogAlarm.class)
                                .addBinding()
                                .toInstance(task -> bell.alarms.add(task.name()));
                    }
                })
                .build()
                .start();
    }

    @EachDatabase
    void runsForEachTenantAgainAndAgainAndAfterRestart(ConfigReader config) {
        Bell bell = new Bell();
        try (Node node = node(config, bell)) {
            node.tenants().add(A, "A");
            await().until(() -> bell.rung.get() == 1);
            node.tenants().closeIdle(Duration.ZERO);
            clock.advance(Duration.ofMinutes(11));
            await().until(() -> bell.rung.get() == 2);
        }
        clock.advance(Duration.ofMinutes(11));
        try (Node node = node(config, bell)) {
            await().until(() -> bell.rung.get() == 3);
            node.tenants().remove(A);
            clock.advance(Duration.ofMinutes(11));
            await().until(() -> node.get(PeriodicOverview.class).all().isEmpty());
            assertThat(bell.rung).hasValue(3);
        }
    }

    @EachDatabase
    void whoeverIsWokenBetweenItsEndAndItsNextTimeRunsAgainAtOnce(ConfigReader config) {
        Bell bell = new Bell();
        try (Node node = node(config, bell)) {
            node.tenants().add(A, "A");
            await().until(() -> bell.rung.get() == 1);
            PeriodicWake wake = node.get(PeriodicWake.class);
            bell.afterNext.set(() ->
                    CompletableFuture.runAsync(() -> wake.now(A, "ringing")).join());
            wake.now(A, "ringing");
            await().until(() -> bell.rung.get() == 3);
        }
    }

    @EachDatabase
    void theWatchdogSaysOnceThatASuccessIsMissing(ConfigReader config) {
        Bell bell = new Bell();
        try (Node node = node(config, bell)) {
            node.tenants().add(A, "A");
            await().until(() -> bell.rung.get() == 1);
            bell.broken = true;
            clock.advance(Duration.ofMinutes(32));
            await().until(() -> !node.get(PeriodicOverview.class).overdue().isEmpty()
                    && node.get(PeriodicOverview.class).all().get(0).failures() > 0);
            JobKeeper keeper = node.injector().getInstance(JobKeeper.class);
            keeper.round();
            keeper.round();
            assertThat(bell.alarms).containsExactly("ringing");
            assertThat(node.get(PeriodicOverview.class).all().get(0).lastError())
                    .contains("The rope is torn.");
            bell.broken = false;
            clock.advance(Duration.ofMinutes(11));
            await().until(() -> node.get(PeriodicOverview.class).overdue().isEmpty());
        }
    }
}
