package network.constellation.testnetwork.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import network.constellation.peer.directory.DirectoryAge.State;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import network.constellation.testnetwork.link.Weather;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the link to the hub does, the next question follows, and a silent hub is not kept silent about. */
class RefreshNeverStopsTest {
    /** Twice the interval and the time one question may take. */
    private static final Duration BOUND = Duration.ofSeconds(2 * 60 + 10);

    @TempDir
    Path folder;

    @Test
    @Tag("P-10")
    void afterEachOfManyFaultsTheNextQuestionIsInTime() {
        faults(15, 42, 4);
    }

    @Test
    @Tag("P-10")
    @Tag("proof")
    void afterEachOfAThousandFaultsTheNextQuestionIsInTime() {
        faults(1_000, new Random().nextLong(), 5);
    }

    /** @param kinds 5: also broken bytes, upon which one end may wait for more until its time is over */
    private void faults(int count, long seed, int kinds) {
        Random random = new Random(seed);
        try (DirectoryWorld world = new DirectoryWorld(folder, "a")) {
            TestSite a = world.member(0);
            for (int fault = 0; fault < count; fault++) {
                world.hub.link().weather(weather(random, kinds));
                if (random.nextInt(4) == 0) {
                    world.hub.link().cutAll();
                }
                world.advance(Duration.ofSeconds(30 + random.nextInt(90)));
                awaitAsked(a, seed);
                if (random.nextInt(3) == 0) {
                    world.hubBack();
                    world.advance(Duration.ofSeconds(66));
                    awaitAnswered(a, seed);
                }
            }
            world.hubBack();
            world.advance(Duration.ofSeconds(66));
            awaitAnswered(a, seed);
            assertThat(DirectoryWorld.age(a).state()).isEqualTo(State.FRESH);
        }
    }

    @Test
    @Tag("P-10")
    @Tag("proof")
    void theWatchdogRaisesTheAlarmWithinFiveMinutes() {
        try (DirectoryWorld world = new DirectoryWorld(folder, "a")) {
            TestSite a = world.member(0);
            world.hubAway();
            for (int minute = 0; minute < 5; minute++) {
                world.advance(Duration.ofMinutes(1));
                awaitAsked(a, 0);
            }
            TestNetwork.await(() -> DirectoryWorld.audited(a, "watchdog.overdue").stream()
                    .anyMatch(line -> "directory-refresh".equals(line.details().get("task"))
                            && String.valueOf(line.details().get("reason")).contains("did not answer")));
        }
    }

    private static void awaitAsked(TestSite site, long seed) {
        TestNetwork.await(() -> {
            Instant last = DirectoryWorld.age(site).lastAttempt().orElseThrow();
            return Duration.between(last, site.clock().instant()).compareTo(BOUND) <= 0;
        });
        assertThat(DirectoryWorld.age(site).lastAttempt()).as("seed " + seed).isPresent();
    }

    private static void awaitAnswered(TestSite site, long seed) {
        TestNetwork.await(() -> DirectoryWorld.age(site).failures() == 0
                && Duration.between(
                                        DirectoryWorld.age(site).lastSuccess().orElseThrow(),
                                        site.clock().instant())
                                .compareTo(BOUND)
                        <= 0);
        assertThat(DirectoryWorld.age(site).lastError()).as("seed " + seed).isEmpty();
    }

    private static Weather weather(Random random, int kinds) {
        return switch (random.nextInt(kinds)) {
            case 0 -> Weather.FAIR.down();
            case 1 -> Weather.FAIR.cutRequestAfter(random.nextInt(2_000));
            case 2 -> Weather.FAIR.loseAnswerAfter(random.nextInt(2_000));
            case 3 -> Weather.FAIR.delayed(Duration.ofMillis(random.nextInt(40)));
            default -> Weather.FAIR.corrupting();
        };
    }
}
