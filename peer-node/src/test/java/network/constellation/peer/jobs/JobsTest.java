package network.constellation.peer.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;

class JobsTest {
    static final Wwwroot A = Wwwroot.of("http://a.localhost:8080");
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path data;

    private final TestClock clock = new TestClock();
    private final Bakery.Oven oven = new Bakery.Oven();

    private Node node(ConfigReader config) {
        return NodeBuilder.in(data)
                .config(config.with("jobs.poll", "100ms"))
                .clock(clock)
                .tenant(new Bakery(oven))
                .build();
    }

    private static UUID bake(TenantLease lease, String name) {
        return lease.get(Jobs.class).start(lease.get(Bakery.Baking.class), Bread.of(name));
    }

    @EachDatabase
    void stepsRunInOrderAndHandTheirStateOn(ConfigReader config) {
        try (Node node = node(config).start()) {
            node.tenants().add(A, "A");
            try (TenantLease a = node.tenants().open(A)) {
                Jobs jobs = a.get(Jobs.class);
                JobView done = jobs.await(bake(a, "rye"), LONG);
                assertThat(done.state()).isEqualTo(JobView.State.DONE);
                assertThat(done.percent()).isEqualTo(100);
                assertThat(done.tenant()).contains(A.value());
                assertThat(jobs.state(a.get(Bakery.Baking.class), done).done())
                        .containsExactly(Bakery.MIX, Bakery.BAKE, Bakery.SELL);
                assertThat(Bakery.notes(a.get(Jdbi.class))).containsExactly("mix rye", "bake rye", "sell rye");
                assertThat(jobs.list()).extracting(JobView::id).containsExactly(done.id());
                assertThat(jobs.retry(done.id())).isFalse();
                assertThat(jobs.cancel(done.id())).isFalse();
            }
        }
    }

    @EachDatabase
    void aFailingStepIsTriedAgainLaterAndSaysWhy(ConfigReader config) {
        oven.failures.put(Bakery.BAKE, new AtomicInteger(2));
        try (Node node = node(config).start()) {
            node.tenants().add(A, "A");
            try (TenantLease a = node.tenants().open(A)) {
                Jobs jobs = a.get(Jobs.class);
                UUID id = bake(a, "rye");
                for (int failure = 1; failure <= 2; failure++) {
                    int attempt = failure;
                    await().until(() -> jobs.find(id).orElseThrow().attempt() == attempt
                            && jobs.find(id).orElseThrow().state() == JobView.State.WAITING);
                    JobView waiting = jobs.find(id).orElseThrow();
                    assertThat(waiting.step()).isEqualTo(Bakery.BAKE);
                    assertThat(waiting.lastError()).contains("The oven is cold.");
                    assertThat(waiting.nextRun())
                            .hasValueSatisfying(next -> assertThat(next)
                                    .isBetween(
                                            clock.instant().plusMillis(900L << (attempt - 1)),
                                            clock.instant().plusMillis(1100L << (attempt - 1))));
                    clock.advance(Duration.ofSeconds(3));
                }
                assertThat(jobs.await(id, LONG).state()).isEqualTo(JobView.State.DONE);
                assertThat(oven.runs.get(Bakery.MIX)).hasValue(1);
                assertThat(oven.runs.get(Bakery.BAKE)).hasValue(3);
            }
        }
    }

    @EachDatabase
    void aHopelessJobEndsAndCanBeTakenUpAgain(ConfigReader config) {
        oven.hopeless = true;
        try (Node node = node(config).start()) {
            node.tenants().add(A, "A");
            try (TenantLease a = node.tenants().open(A)) {
                Jobs jobs = a.get(Jobs.class);
                UUID id = bake(a, "rye");
                JobView failed = jobs.await(id, LONG);
                assertThat(failed.state()).isEqualTo(JobView.State.FAILED);
                assertThat(failed.lastError()).contains("There is no flour.");
                oven.hopeless = false;
                assertThat(jobs.retry(id)).isTrue();
                assertThat(jobs.await(id, LONG).state()).isEqualTo(JobView.State.DONE);
            }
        }
    }

    @EachDatabase
    void aRunningJobCanBeCancelled(ConfigReader config) {
        CountDownLatch gate = new CountDownLatch(1);
        oven.gates.put(Bakery.BAKE, gate);
        try (Node node = node(config).start()) {
            node.tenants().add(A, "A");
            try (TenantLease a = node.tenants().open(A)) {
                Jobs jobs = a.get(Jobs.class);
                UUID id = bake(a, "rye");
                await().until(() -> jobs.find(id).orElseThrow().step().equals(Bakery.BAKE));
                assertThat(jobs.cancel(id)).isTrue();
                gate.countDown();
                assertThat(jobs.await(id, LONG).state()).isEqualTo(JobView.State.CANCELLED);
                assertThat(Bakery.notes(a.get(Jdbi.class))).containsExactly("mix rye");
            }
        }
    }

    @EachDatabase
    void startedOnceIsStartedOnce(ConfigReader config) {
        try (Node node = node(config).start()) {
            node.tenants().add(A, "A");
            try (TenantLease a = node.tenants().open(A)) {
                Jobs jobs = a.get(Jobs.class);
                Bakery.Baking kind = a.get(Bakery.Baking.class);
                UUID first = jobs.startOnce(kind, "monday", Bread.of("rye"));
                assertThat(jobs.startOnce(kind, "monday", Bread.of("wheat"))).isEqualTo(first);
                assertThat(jobs.startOnce(kind, "tuesday", Bread.of("wheat"))).isNotEqualTo(first);
            }
        }
    }

    @EachDatabase
    void workOfATransactionExistsIfAndOnlyIfItCommits(ConfigReader config) {
        try (Node node = node(config).start()) {
            node.tenants().add(A, "A");
            try (TenantLease a = node.tenants().open(A)) {
                Jobs jobs = a.get(Jobs.class);
                Bakery.Baking kind = a.get(Bakery.Baking.class);
                Jdbi jdbi = a.get(Jdbi.class);
                UUID kept = jdbi.inTransaction(h -> jobs.startIn(h, kind, Bread.of("rye")));
                assertThat(jobs.await(kept, LONG).state()).isEqualTo(JobView.State.DONE);
                assertThatThrownBy(() -> jdbi.useTransaction(h -> {
                            jobs.startIn(h, kind, Bread.of("never"));
                            throw new IllegalStateException("rolled back");
                        }))
                        .hasMessage("rolled back");
                assertThat(jobs.list()).extracting(JobView::id).containsExactly(kept);
            }
        }
    }

    @EachDatabase
    void workGoesOnAfterAnOrderlyRestart(ConfigReader config) {
        oven.gates.put(Bakery.BAKE, new CountDownLatch(1));
        UUID id;
        try (Node node = node(config).start()) {
            node.tenants().add(A, "A");
            try (TenantLease a = node.tenants().open(A)) {
                Jobs jobs = a.get(Jobs.class);
                id = bake(a, "rye");
                await().until(() -> jobs.find(id).orElseThrow().step().equals(Bakery.BAKE));
            }
        }
        oven.gates.clear();
        try (Node node = node(config).start();
                TenantLease a = node.tenants().open(A)) {
            assertThat(a.get(Jobs.class).await(id, LONG).state()).isEqualTo(JobView.State.DONE);
            assertThat(Bakery.notes(a.get(Jdbi.class))).isEqualTo(List.of("mix rye", "bake rye", "sell rye"));
        }
    }
}
