package network.constellation.keys.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.RecipientKeyPair;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.ring.KeyRing;
import network.constellation.keys.testing.TestingKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several parts of a process save to one vault: each change is kept or refused, none is lost unnoticed. */
class ManyWritersTest {
    private static final Wwwroot SITE = Wwwroot.of("https://a.example.org");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final int WRITERS = 4;
    private static final int TRIES = 15;

    private final CryptoEngine engine = CryptoEngine.detect();

    @TempDir
    Path folder;

    @Test
    void acceptedChangesAreAllThere() throws Exception {
        FileVault vault = open();
        KeyRing first = new TestingKeys(engine).ring(SITE, NOW);
        vault.save(first);
        AtomicInteger accepted = new AtomicInteger();
        List<Callable<Void>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            // Half of them share an instance, half have their own, as replicas have.
            FileVault own = i % 2 == 0 ? vault : open();
            writers.add(() -> {
                for (int round = 0; round < TRIES; round++) {
                    KeyRing seen = own.load().orElseThrow();
                    RecipientKeyPair fresh = RecipientKeyPair.make(
                            engine, SITE, 1, seen.current().ed25519(), NOW);
                    try {
                        own.save(seen.withRecipient(1, fresh, NOW));
                        accepted.incrementAndGet();
                    } catch (VaultRefusedException somebodyElseWasFaster) {
                        assertThat(somebodyElseWasFaster.getMessage()).containsAnyOf("meanwhile", "elsewhere");
                    }
                }
                return null;
            });
        }
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
        try {
            for (Future<Void> each : pool.invokeAll(writers)) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
        KeyRing last = vault.load().orElseThrow();
        assertThat(accepted.get()).isPositive();
        assertThat(last.revision()).isEqualTo(1 + accepted.get());
        assertThat(last.current().recipients()).hasSize(1 + accepted.get());
    }

    private FileVault open() {
        return new FileVault(
                folder.resolve("keys"), SITE, MasterKeyFile.openOrCreate(engine, folder.resolve("master.key")));
    }
}
