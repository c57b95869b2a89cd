package network.constellation.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.RsaPrivateKey;

/** How many RSA-2048 private operations a second all processors do together. */
final class RsaLimits {
    private static final Pattern OPENSSL = Pattern.compile("rsa\\s+2048\\s+bits\\s+\\S+s\\s+\\S+s\\s+([0-9.]+)");

    private RsaLimits() {}

    /** By {@code openssl speed}; not a number where there is no openssl. */
    static double openssl(int processors, int seconds) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(
                            "openssl",
                            "speed",
                            "-seconds",
                            String.valueOf(seconds),
                            "-multi",
                            String.valueOf(processors),
                            "rsa2048")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            Matcher found = OPENSSL.matcher(out);
            return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
        } catch (IOException none) {
            return Double.NaN;
        }
    }

    /** By the provider that the node uses, through the node's own door to it. */
    static double provider(CryptoEngine engine, int processors, Duration duration) throws InterruptedException {
        RsaPrivateKey key = engine.rsa().generate();
        byte[] block = new byte[key.publicKey().length()];
        block[block.length - 1] = 2;
        LongAdder done = new LongAdder();
        long warm = System.nanoTime() + duration.toNanos() / 2;
        long end = warm + duration.toNanos();
        CountDownLatch finished = new CountDownLatch(processors);
        for (int i = 0; i < processors; i++) {
            new Thread(() -> {
                        for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                            engine.rsa().privateOperation(key, block);
                            if (now >= warm) {
                                done.increment();
                            }
                        }
                        finished.countDown();
                    })
                    .start();
        }
        finished.await();
        return done.sum() / (duration.toNanos() / 1e9);
    }
}
