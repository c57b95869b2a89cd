package network.constellation.peer.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.jobs.Bakery.Bread;
import network.constellation.peer.node.Node;
import network.constellation.peer.node.NodeBuilder;
import network.constellation.peer.tenant.TenantLease;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process killed at any point of a job: the next one ends the job, and each step has left its note once. */
class JobsAfterKillTest {
    private static final Wwwroot A = Wwwroot.of("http://a.localhost:8080");

    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "baking/mix/before",
                "baking/mix/done",
                "baking/mix/stored",
                "baking/bake/done",
                "baking/bake/stored",
                "baking/sell/done",
                "baking/sell/stored",
                "committed",
            })
    void theJobEndsAndNothingIsDoneTwice(String point) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path")
                                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator),
                        KilledChild.class.getName(),
                        data.toString(),
                        point)
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling(data.getFileName() + ".log").toFile())
                .start();
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue())
                .as(Files.readString(data.resolveSibling(data.getFileName() + ".log")))
                .isEqualTo(137);
        try (Node node = NodeBuilder.in(data)
                        .config(ConfigReader.empty().with("door.port", 0))
                        .tenant(new Bakery(new Bakery.Oven()))
                        .build()
                        .start();
                TenantLease a = node.tenants().open(A)) {
            Jobs jobs = a.get(Jobs.class);
            // At once: the tenant's outbox was emptied when it was opened, and what was started before is in the file.
            assertThat(jobs.list()).hasSize(1);
            UUID id = jobs.list().get(0).id();
            assertThat(jobs.await(id, Duration.ofSeconds(30)).state()).isEqualTo(JobView.State.DONE);
            assertThat(Bakery.notes(a.get(Jdbi.class))).containsExactly("mix rye", "bake rye", "sell rye");
        }
    }

    /** The process that dies. */
    static final class KilledChild {
        public static void main(String[] args) {
            Node node = NodeBuilder.in(Path.of(args[0]))
                    .config(ConfigReader.empty().with("door.port", 0))
                    .tenant(new Bakery(new Bakery.Oven()))
                    .node(new Bakery.HaltingModule(args[1]))
                    .build()
                    .start();
            node.tenants().add(A, "A");
            try (TenantLease a = node.tenants().open(A)) {
                Jobs jobs = a.get(Jobs.class);
                a.get(Jdbi.class).useTransaction(h -> {
                    if (args[1].equals("committed")) {
                        h.afterCommit(() -> Runtime.getRuntime().halt(137));
                    }
                    jobs.startIn(h, a.get(Bakery.Baking.class), Bread.of("rye"));
                });
                jobs.await(jobs.list().get(0).id(), Duration.ofSeconds(30));
            }
            System.exit(0);
        }
    }
}
