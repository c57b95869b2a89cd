package network.constellation.keys.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Engines.WithEachEngine;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.keys.testing.TestingKeys;
import org.junit.jupiter.api.Tag;

/**
 * Whether the time of unwrapping says if the padding was good: Welch's t over interleaved measurements, of which the
 * slowest tenth (the rest of the machine) is left out. Needs a quiet machine, hence only in the profile {@code proof}.
 */
@Tag("proof")
class UnwrapTimingTest {
    private static final int SAMPLES = 12_000;
    private static final int KINDS = 3;
    private static final double KEPT = 0.9;
    private static final double T_LIMIT = 10;
    private static final double DIFFERENCE_LIMIT = 0.01;

    @WithEachEngine
    void timeDoesNotTellGoodPaddingFromBad(CryptoEngine engine) {
        LegacyCrypto legacy = new LegacyCrypto(engine);
        TestingKeys keys = new TestingKeys(engine);
        RsaPrivateKey key = keys.rsa();
        RsaPrivateKey other = keys.rsa();
        byte[][] good = new byte[64][];
        byte[][] bad = new byte[64][];
        byte[][] shortOnes = new byte[64][];
        for (int i = 0; i < good.length; i++) {
            good[i] = legacy.wrap(key.publicKey(), legacy.newSessionKey());
            do {
                bad[i] = legacy.wrap(other.publicKey(), legacy.newSessionKey());
            } while ((bad[i][0] & 0xff)
                    > (key.publicKey().modulus().shiftRight(2040).intValue() & 0xff) - 1);
            shortOnes[i] = Arrays.copyOf(good[i], 255);
        }
        byte[][][] kinds = {good, bad, shortOnes};
        double[][] times = new double[KINDS][SAMPLES];
        SplittableRandom order = new SplittableRandom(1);
        int guard = 0;
        for (int round = -SAMPLES / 4; round < SAMPLES; round++) {
            int first = order.nextInt(KINDS);
            for (int i = 0; i < KINDS; i++) {
                int kind = (first + i) % KINDS;
                byte[] wrapped = kinds[kind][order.nextInt(64)];
                long start = System.nanoTime();
                guard += legacy.unwrap(key, wrapped)[0];
                long took = System.nanoTime() - start;
                if (round >= 0) {
                    times[kind][round] = took;
                }
            }
        }
        double[] toGood = trimmed(times[0]);
        for (int kind = 1; kind < KINDS; kind++) {
            double[] toBad = trimmed(times[kind]);
            double difference = (mean(toBad) - mean(toGood)) / mean(toGood);
            double t = welch(toGood, toBad);
            System.out.printf(
                    "%s, kind %d: mean %.1f and %.1f us, difference %.3f %%, t = %.2f (%d)%n",
                    engine.name(), kind, mean(toGood) / 1000, mean(toBad) / 1000, difference * 100, t, guard & 1);
            assertThat(Math.abs(t) < T_LIMIT || Math.abs(difference) < DIFFERENCE_LIMIT)
                    .as("t = %s, difference = %s", t, difference)
                    .isTrue();
        }
    }

    private static double[] trimmed(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return Arrays.copyOf(sorted, (int) (sorted.length * KEPT));
    }

    private static double welch(double[] one, double[] other) {
        return (mean(one) - mean(other)) / Math.sqrt(variance(one) / one.length + variance(other) / other.length);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }
}
