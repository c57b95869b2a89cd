package network.constellation.keys.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import network.constellation.keys.provider.Engines.WithEachEngine;
import network.constellation.keys.testing.TestingKeys;
import org.junit.jupiter.api.Test;

class InstancePoolTest {
    @Test
    void oneAfterTheOtherUsesTheSameInstance() throws Exception {
        AtomicInteger made = new AtomicInteger();
        InstancePool<Integer> pool = new InstancePool<>(made::incrementAndGet);
        for (int i = 0; i < 10; i++) {
            assertThat(pool.<Integer>with(instance -> instance)).isEqualTo(1);
        }
    }

    @Test
    void anInstanceIsNeverLentTwiceAtOnce() throws Exception {
        InstancePool<Object> pool = new InstancePool<>(Object::new);
        Set<Object> lent = ConcurrentHashMap.newKeySet();
        inParallel(8, () -> {
            for (int i = 0; i < 2000; i++) {
                pool.with(instance -> {
                    assertThat(lent.add(instance)).isTrue();
                    return lent.remove(instance);
                });
            }
            return null;
        });
    }

    @Test
    void anInstanceThatFailedIsDropped() throws Exception {
        AtomicInteger made = new AtomicInteger();
        InstancePool<Integer> pool = new InstancePool<>(made::incrementAndGet);
        assertThatThrownBy(() -> pool.with(instance -> {
                    throw new GeneralSecurityException("broken");
                }))
                .hasMessage("broken");
        assertThat(pool.<Integer>with(instance -> instance)).isEqualTo(2);
    }

    @WithEachEngine
    void anEngineServesManyThreads(CryptoEngine engine) throws Exception {
        RsaPrivateKey rsa = new TestingKeys(engine).rsa();
        Ed25519PrivateKey ed25519 = engine.ed25519().generate();
        inParallel(4, () -> {
            for (int i = 0; i < 20; i++) {
                byte[] data = engine.randomBytes(50);
                assertThat(engine.rsa()
                                .verify(
                                        Rsa.Scheme.SHA1,
                                        rsa.publicKey(),
                                        data,
                                        engine.rsa().sign(Rsa.Scheme.SHA1, rsa, data)))
                        .isTrue();
                assertThat(engine.ed25519()
                                .verify(
                                        ed25519.publicKey(),
                                        data,
                                        engine.ed25519().sign(ed25519, data)))
                        .isTrue();
            }
            return null;
        });
    }

    private static void inParallel(int threads, Callable<Void> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(work));
            }
            for (Future<Void> each : running) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
