package network.constellation.peer.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What was acknowledged is there after {@code kill -9}, however many commit at once (docs/decisions/0040). H2 2.5.250 and
 * 2.5.252 fail here: their files point to the chunk before the newest one.
 */
class CommitsAfterKillTest {
    @TempDir
    Path folder;

    /** A copy of the file after a commit is what a process that dies then leaves behind. */
    @Test
    void aCommitIsFoundInTheFileWhenItReturns() throws IOException {
        Random random = new Random(1);
        Path file = folder.resolve("live");
        try (Database live = open(file);
                Handle h = live.jdbi().open()) {
            CommittingProcess.tables(h);
            // Holes in the file are used again at once, not after five seconds.
            h.execute("set retention_time 0");
            for (int number = 1; number <= 120; number++) {
                int row = number;
                h.useTransaction(t -> CommittingProcess.write(t, 0, 0, row, random));
                if (number > 40 && number % 4 == 0) {
                    assertThat(lastIn(copy(file))).isEqualTo(number);
                }
            }
        }
    }

    @Test
    void whatManyThreadsCommittedSurvivesKills() throws Exception {
        kill(4);
    }

    @Tag("proof")
    @Test
    void whatManyThreadsCommittedSurvivesManyKills() throws Exception {
        kill(60);
    }

    /** The kernel tells how a file is open: 010000 is O_DSYNC. */
    @EnabledOnOs(OS.LINUX)
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoWantsItWaitsForTheDisk(boolean sync) throws IOException {
        StoreConfig config =
                new StoreConfig(Optional.empty(), Optional.empty(), Optional.empty(), "constellation", 10, 6, sync);
        Path file = folder.resolve("synced");
        try (Database open = new Databases(config).open(file, "test", 1, Set.of())) {
            open.jdbi().useHandle(CommittingProcess::tables);
            assertThat((flags(Path.of(file + ".mv.db")) & 010000) != 0).isEqualTo(sync);
        }
        assertThat(rowsIn(file)).isEmpty();
    }

    private static int flags(Path file) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            for (Path descriptor : open.filter(Files::isSymbolicLink).toList()) {
                if (Files.exists(descriptor)
                        && Files.readSymbolicLink(descriptor).equals(file.toRealPath())) {
                    String info = Files.readString(Path.of("/proc/self/fdinfo").resolve(descriptor.getFileName()));
                    return Integer.parseInt(info.replaceAll("(?s).*flags:\\s+(\\d+).*", "$1"), 8);
                }
            }
        }
        throw new AssertionError(file + " is not open");
    }

    /** Each process goes on in the file that the one before left, and dies in turn by its own halt or by ours. */
    private void kill(int kills) throws Exception {
        Path file = folder.resolve("killed");
        Random random = new Random();
        Set<String> acknowledged = new HashSet<>();
        for (int run = 0; run < kills; run++) {
            boolean halts = run % 2 == 0;
            acknowledged.addAll(live(file, run, 1 + random.nextInt(6), halts ? 1 + random.nextInt(120) : 0, random));
            Set<String> missing = new HashSet<>(acknowledged);
            missing.removeAll(rowsIn(file));
            assertThat(missing)
                    .as("after kill %d, of %d", run, acknowledged.size())
                    .isEmpty();
        }
        System.out.println("Commits: " + kills + " kills, " + acknowledged.size() + " acknowledged, 0 lost");
    }

    private List<String> live(Path file, int run, int threads, int commits, Random random) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path")
                                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator),
                        CommittingProcess.class.getName(),
                        file.toString(),
                        Integer.toString(run),
                        Integer.toString(threads),
                        Integer.toString(commits))
                .redirectError(folder.resolve("errors.log").toFile())
                .start();
        List<String> acknowledged = new ArrayList<>();
        int most = 1 + random.nextInt(300);
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                // A line without its end was cut off with the process; other lines are the log.
                if (line.matches("\\d+ \\d+ \\d+\\.")) {
                    acknowledged.add(line);
                }
                if (commits == 0 && acknowledged.size() >= most) {
                    // The process's own method would also throw away what it has printed and we have not read.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("errors.log")))
                .isEqualTo(CommittingProcess.STATUS);
        assertThat(acknowledged).isNotEmpty();
        return acknowledged;
    }

    private Set<String> rowsIn(Path file) throws IOException {
        try (Database copy = open(copy(file))) {
            return copy.jdbi()
                    .withHandle(h -> h.createQuery("select run || ' ' || thread || ' ' || number || '.' from kept")
                            .mapTo(String.class)
                            .set());
        }
    }

    private static int lastIn(Path file) {
        try (Database copy = open(file)) {
            return copy.jdbi()
                    .withHandle(h -> h.createQuery("select max(number) from kept")
                            .mapTo(int.class)
                            .one());
        }
    }

    private Path copy(Path file) throws IOException {
        Path copy = folder.resolve("copy");
        Files.copy(Path.of(file + ".mv.db"), folder.resolve("copy.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        return copy;
    }

    private static Database open(Path file) {
        return new Databases(StoreConfig.defaults()).open(file, "test", 1, Set.of());
    }
}
