package network.constellation.testnetwork.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import network.constellation.peer.directory.DirectoryAge;
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
        faults(15, 42, 0);
    }

    @Test
    @Tag("P-10")
    @Tag("proof")
    void afterEachOfAThousandFaultsTheNextQuestionIsInTime() {
        faults(1_000, new Random().nextLong(), 20);
    }

    /** @param broken one fault in so many breaks bytes, upon which an end may wait for more until its time is over; 0: none */
    private void faults(int count, long seed, int broken) {
        Random random = new Random(seed);
        try (DirectoryWorld world = new DirectoryWorld(folder, "a")) {
            TestSite a = world.member(0);
            for (int fault = 0; fault < count; fault++) {
                world.hub.link().weather(weather(random, broken));
                if (random.nextInt(4) == 0) {
                    world.hub.link().cutAll();
                }
                world.advance(Duration.ofSeconds(30 + random.nextInt(90)));
                awaitAsked(a, seed);
                if (random.nextInt(3) == 0) {
                    world.hubBack();
                    awaitAnswered(world, a, seed);
                }
            }
            world.hubBack();
            awaitAnswered(world, a, seed);
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

    /** Time goes on meanwhile: a question that was on its way in bad weather fails later, and is asked again later. */
    private static void awaitAnswered(DirectoryWorld world, TestSite site, long seed) {
        Instant back = site.clock().instant();
        TestNetwork.await(() -> {
            DirectoryAge age = DirectoryWorld.age(site);
            boolean answered = age.failures() == 0
                    && age.lastSuccess().filter(last -> !last.isBefore(back)).isPresent();
            if (!answered) {
                world.advance(Duration.ofSeconds(1));
            }
            return answered;
        });
        assertThat(DirectoryWorld.age(site).lastError()).as("seed " + seed).isEmpty();
    }

    private static Weather weather(Random random, int broken) {
        if (broken > 0 && random.nextInt(broken) == 0) {
            return Weather.FAIR.corrupting();
        }
        return switch (random.nextInt(4)) {
            case 0 -> Weather.FAIR.down();
            case 1 -> Weather.FAIR.cutRequestAfter(random.nextInt(2_000));
            case 2 -> Weather.FAIR.loseAnswerAfter(random.nextInt(2_000));
            default -> Weather.FAIR.delayed(Duration.ofMillis(random.nextInt(40)));
        };
    }
}
