package network.constellation.peer.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.jobs.Bakery.Bread;
import network.constellation.peer.node.Node;
import network.constellation.peer.node.NodeBuilder;
import network.constellation.peer.node.TestClock;
import network.constellation.peer.store.EachDatabase;
import network.constellation.peer.tenant.TenantLease;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock of a node is set by an hour, ahead and back, while there is work (reliability-anchors.md P-14). */
class ClockLeapsTest {
    private static final Wwwroot A = Wwwroot.of("http://a.localhost:8080");
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path data;

    private final TestClock clock = new TestClock();
    private final Bakery.Oven oven = new Bakery.Oven();

    @EachDatabase
    @Tag("P-14")
    void noJobFiresTwiceAndNoneWaitsForTheHourThatWasTakenBack(ConfigReader config) {
        CountDownLatch gate = new CountDownLatch(1);
        oven.gates.put(Bakery.BAKE, gate);
        try (Node node = NodeBuilder.in(data)
                .config(config.with("jobs.poll", "100ms").with("jobs.heartbeat", "100ms"))
                .clock(clock)
                .tenant(new Bakery(oven))
                .build()
                .start()) {
            node.tenants().add(A, "A");
            try (TenantLease a = node.tenants().open(A)) {
                Jobs jobs = a.get(Jobs.class);
                UUID slow = jobs.start(a.get(Bakery.Baking.class), Bread.of("rye"));
                await().until(() -> runs(Bakery.BAKE) == 1);
                clock.advance(HOUR);
                // Another job has come as far: the scheduler has gone round, and round again.
                UUID second = jobs.start(a.get(Bakery.Baking.class), Bread.of("oats"));
                await().until(() -> runs(Bakery.BAKE) == 2);
                clock.advance(HOUR.negated());
                UUID third = jobs.start(a.get(Bakery.Baking.class), Bread.of("wheat"));
                await().until(() -> runs(Bakery.BAKE) == 3);
                clock.advance(HOUR);
                gate.countDown();
                for (UUID job : new UUID[] {slow, second, third}) {
                    assertThat(jobs.await(job, LONG).state()).isEqualTo(JobView.State.DONE);
                }
                assertThat(runs(Bakery.MIX)).isEqualTo(3);
                assertThat(runs(Bakery.BAKE)).as("each step of each job once").isEqualTo(3);
                assertThat(runs(Bakery.SELL)).isEqualTo(3);

                oven.failures.put(Bakery.MIX, new AtomicInteger(1));
                UUID again = jobs.start(a.get(Bakery.Baking.class), Bread.of("spelt"));
                await().until(() -> jobs.find(again).orElseThrow().attempt() == 1);
                await().until(() -> jobs.find(again).orElseThrow().state() == JobView.State.WAITING);
                JobKeeper keeper = node.get(JobKeeper.class);
                keeper.followClock();
                clock.advance(HOUR.negated());
                keeper.followClock();
                clock.advance(Duration.ofSeconds(3));
                assertThat(jobs.await(again, LONG).state())
                        .as("does not wait an hour")
                        .isEqualTo(JobView.State.DONE);
            }
        }
    }

    private int runs(String step) {
        AtomicInteger runs = oven.runs.get(step);
        return runs == null ? 0 : runs.get();
    }

    @Test
    @Tag("P-14")
    void anotherReplicasWorkIsDeadOnlyWhenItsHeartbeatHasNotMovedForThatLong() {
        long[] nanos = {0};
        Silence silence = new Silence(Duration.ofSeconds(20), () -> nanos[0]);
        Instant hourOld = Instant.parse("2026-11-21T08:00:00Z");
        assertThat(silence.isOver("job/1", 1, hourOld)).as("seen first").isFalse();
        nanos[0] = Duration.ofSeconds(19).toNanos();
        assertThat(silence.isOver("job/1", 1, hourOld.plusSeconds(5)))
                .as("it moves")
                .isFalse();
        nanos[0] = Duration.ofSeconds(38).toNanos();
        assertThat(silence.isOver("job/1", 1, hourOld.plusSeconds(5))).isFalse();
        nanos[0] = Duration.ofSeconds(40).toNanos();
        assertThat(silence.isOver("job/1", 1, hourOld.plusSeconds(5))).isTrue();
    }
}
