package network.constellation.testnetwork.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import network.constellation.keys.provider.RunningDigest;
import network.constellation.peer.packages.PackageContainer;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.link.FaultyLink;
import network.constellation.testnetwork.packages.LargePackage;
import network.constellation.testnetwork.process.ProcessNode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A course travels between two processes with 256 MiB of heap each. The line is cut five times at random moments, and the
 * receiver is killed once in the middle; nobody repairs anything.
 */
class GiantPackageTest {
    private static final long MIB = 1024 * 1024;
    private static final long PIECE = MIB;
    private static final int CUTS = 5;
    /** Of calls: introductions, the catalog, tickets with the hashes of their pieces. */
    private static final long CALLS = MIB;

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    @TempDir
    Path folder;

    @Test
    @Tag("CC-41")
    @Tag("CC-42")
    void aPackageArrivesOverALineThatIsCutAndWhileItsReceiverIsKilled() throws IOException {
        Travel travel = new Travel(4, 12 * MIB, false);
        long again = travel.run(41);
        assertThat(again).as("at most one piece for each interruption").isLessThan((CUTS + 1) * PIECE + CALLS);
    }

    @Test
    @Tag("CC-41")
    @Tag("CC-42")
    @Tag("proof")
    void aGibibyteArrivesAtTheCostOfAFewHundredths() throws IOException {
        Travel travel = new Travel(4, 256 * MIB, true);
        long again = travel.run(42);
        assertThat(again).as("of %d bytes", travel.size).isLessThan(travel.size / 20 + CALLS);
    }

    /** One package on its way from the shelf of its holder to a course of the school. */
    private final class Travel {
        private final int files;
        private final long fileBytes;
        private final boolean optimized;
        private final Path file = folder.resolve("large.mbz");
        private final AtomicInteger cuts = new AtomicInteger();
        private final AtomicInteger idle = new AtomicInteger();
        private long size;

        Travel(int files, long fileBytes, boolean optimized) {
            this.files = files;
            this.fileBytes = fileBytes;
            this.optimized = optimized;
        }

        /** @return how many bytes passed the line beyond those of the package */
        long run(long seed) throws IOException {
            LargePackage.write(file, PackageContainer.ZIP, files, fileBytes, seed);
            size = Files.size(file);
            try (TestNetwork network = TestNetwork.found(folder.resolve("network"));
                    FaultyLink link = FaultyLink.to(ProcessNode.freePort());
                    ProcessNode holder = new ProcessNode(folder.resolve("holder"), "holder", link);
                    ProcessNode school = new ProcessNode(folder.resolve("school"), "school")) {
                start(holder, school);
                join(network, holder, "factory,catalog");
                join(network, school, "learningarea");
                network.awaitMesh(2);
                return send(seed, link, holder, school);
            }
        }

        /** Both at once: most of the time of the small form is the start of processes. */
        private void start(ProcessNode holder, ProcessNode school) {
            if (optimized) {
                holder.optimized();
                school.optimized();
            }
            CompletableFuture<ProcessNode> second = CompletableFuture.supplyAsync(school::start);
            holder.start();
            second.join();
        }

        private void join(TestNetwork network, ProcessNode node, String roles) {
            assertThat(node.ask("add " + node.wwwroot())).isEqualTo("added");
            node.ask("join " + network.invite(1));
            TestNetwork.await(() -> node.ask("network").equals("MEMBER"));
            assertThat(node.ask("roles " + roles)).isEqualTo(roles);
        }

        private long send(long seed, FaultyLink link, ProcessNode holder, ProcessNode school) throws IOException {
            long began = System.nanoTime();
            String[] shelved = holder.ask("shelve " + file, PATIENCE).split(" ");
            tell(began, "on the shelf");
            assertThat(shelved).hasSize(2);
            assertThat(shelved[1]).isEqualTo(sha256(file));

            began = System.nanoTime();
            holder.ask("publish publish-0000000001 " + shelved[0]);
            awaitDone(holder, "publish-0000000001");
            tell(began, "in the catalog");

            long before = link.answerBytes();
            interrupt(new Random(seed), link, before, holder, school);
            began = System.nanoTime();
            school.order("deploy deploy-00000000001 " + holder.wwwroot() + " " + shelved[0]);
            await(() -> !school.isAlive());
            school.start();
            awaitDone(school, "deploy-00000000001");
            tell(began, "deployed");
            long again = link.answerBytes() - before - size;
            System.out.println("Sent again: " + again + " of " + size + " bytes; holder: " + holder.ask("memory")
                    + "; school: " + school.ask("memory"));

            assertThat(cuts).hasValue(CUTS);
            assertThat(school.starts()).as("killed once").isEqualTo(2);
            assertThat(idle)
                    .as("neither held the database, and no half course was seen")
                    .hasValue(1);
            assertThat(school.ask("verify " + shelved[1], PATIENCE)).isEqualTo("true");
            String course = school.ask("arrival deploy-00000000001").split(" ")[1];
            assertThat(school.ask("coursefiles " + course, PATIENCE))
                    .isEqualTo(files + " " + files * fileBytes + " true");
            assertThat(school.ask("visible")).isEqualTo("1");
            assertThat(holder.log() + school.log()).doesNotContain("OutOfMemoryError");
            return again;
        }

        /** Five cuts, one kill among them, and one look at the databases while the bytes stand still in the middle of a piece. */
        private void interrupt(Random random, FaultyLink link, long before, ProcessNode holder, ProcessNode school) {
            SortedSet<Long> moments = new TreeSet<>();
            while (moments.size() < CUTS) {
                moments.add(before + size / 50 + (long) (random.nextDouble() * 0.95 * size));
            }
            moments.forEach(moment -> link.whenAnswered(moment, () -> {
                cuts.incrementAndGet();
                link.cutAll();
            }));
            link.whenAnswered(before + (long) (size * (0.4 + 0.2 * random.nextDouble())), school::kill);
            link.whenAnswered(before + (long) (size * (0.7 + 0.2 * random.nextDouble())), () -> {
                TestNetwork.await(() -> holder.ask("connections").equals("0")
                        && school.ask("connections").equals("0")
                        && school.ask("visible").equals("0"));
                idle.incrementAndGet();
            });
        }

        private void awaitDone(ProcessNode node, String order) {
            await(() -> !node.ask("arrival " + order).startsWith("OPEN"));
            assertThat(node.ask("arrival " + order)).startsWith("DONE");
        }

        private void await(Callable<Boolean> condition) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .until(condition);
        }

        private void tell(long began, String what) {
            System.out.println(size / MIB + " MiB " + what + " after "
                    + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms");
        }
    }

    private static String sha256(Path file) throws IOException {
        RunningDigest digest = RunningDigest.sha256();
        byte[] piece = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
        }
        return digest.hex();
    }
}
