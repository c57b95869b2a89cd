package network.constellation.keys.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.ring.KeyRing;
import network.constellation.keys.testing.TestingKeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that saves rings without pause is killed, again and again; what it said to be saved must be there. */
class KillTest {
    private static final Wwwroot SITE = Wwwroot.of("https://a.example.org");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aKilledProcessLeavesAWholeRing() throws Exception {
        killAndLook(3);
    }

    @Test
    @Tag("proof")
    void aHundredKilledProcessesLeaveAWholeRing() throws Exception {
        killAndLook(100);
    }

    private void killAndLook(int times) throws Exception {
        CryptoEngine engine = CryptoEngine.pureJava();
        Path master = folder.resolve("master.key");
        FileVault vault = new FileVault(folder.resolve("keys"), SITE, MasterKeyFile.openOrCreate(engine, master));
        vault.save(new TestingKeys(engine).ring(SITE, NOW));
        SplittableRandom chance = new SplittableRandom(7);
        long last = 1;
        for (int i = 0; i < times; i++) {
            long said = runUntilKilled(20 + chance.nextInt(60));
            long stored = vault.load().orElseThrow().revision();
            assertThat(stored).isGreaterThanOrEqualTo(said).isGreaterThanOrEqualTo(last);
            assertThat(vault.load()
                            .orElseThrow()
                            .current()
                            .publicIdentity(engine)
                            .wwwroot())
                    .isEqualTo(SITE);
            last = stored;
        }
        assertThat(last).as("the processes did get something done").isGreaterThan(20L * times);
    }

    /** The revision that the process last said to be durable before it was killed. */
    private long runUntilKilled(int saves) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Saver.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            String line = "0";
            for (int i = 0; i < saves; i++) {
                String next = out.readLine();
                assertThat(next).as("the process goes on").isNotNull();
                line = next;
            }
            process.destroyForcibly().waitFor();
            return Long.parseLong(line);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Saves without end. */
    static final class Saver {
        private Saver() {}

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            CryptoEngine engine = CryptoEngine.pureJava();
            FileVault vault = new FileVault(
                    folder.resolve("keys"), SITE, MasterKeyFile.open(engine, folder.resolve("master.key")));
            TestingKeys keys = new TestingKeys(engine);
            keys.rsa();
            KeyRing ring = vault.load().orElseThrow();
            KeyRing prepared = ring.next().isPresent() ? ring : keys.prepared(ring, NOW);
            vault.save(prepared.revision() == ring.revision() ? ring.discard(NOW) : prepared);
            ring = vault.load().orElseThrow();
            while (true) {
                ring = ring.withRecipient(
                        ring.current().generation(), ring.current().recipient(), NOW);
                vault.save(ring);
                System.out.println(ring.revision());
                System.out.flush();
            }
        }
    }
}
