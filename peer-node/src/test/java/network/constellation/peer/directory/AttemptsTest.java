package network.constellation.peer.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pauses between questions to a hub that does not answer. */
class AttemptsTest {
    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    @Test
    void beginsAgainAfterASecondAndGrowsToTheUsualMinute() {
        Attempts attempts = Attempts.NONE.succeeded(START);
        Instant now = START;
        Duration pause = Duration.ZERO;
        for (int failure = 1; failure <= 7; failure++) {
            attempts = attempts.failed(now, "silent", () -> 0);
            pause = Duration.between(now, attempts.next().orElseThrow());
            assertThat(pause.toSeconds()).isEqualTo(Math.min(60, 1L << (failure - 1)));
            now = attempts.next().orElseThrow();
        }
        assertThat(attempts.success()).contains(START);
        assertThat(attempts.failures()).isEqualTo(7);
    }

    @Test
    @Tag("P-10")
    void isNeverOlderThanTwoIntervalsInTheFirstHourOfSilence() {
        Random random = new Random(42);
        Attempts attempts = Attempts.NONE.succeeded(START);
        Instant now = START.plusSeconds(60);
        while (now.isBefore(START.plus(Attempts.LONG))) {
            Instant last = attempts.last().orElseThrow();
            assertThat(Duration.between(last, now)).isLessThanOrEqualTo(Attempts.INTERVAL.multipliedBy(2));
            attempts = attempts.failed(now, "silent", random::nextDouble);
            now = attempts.next().orElseThrow();
        }
    }

    @Test
    @Tag("P-17")
    void asksALongSilentHubEveryTenMinutesAtMostAndAtRandom() {
        Attempts attempts = Attempts.NONE.failed(START, "silent", () -> 0);
        Instant later = START.plus(Duration.ofHours(24));
        assertThat(Duration.between(
                        later, attempts.failed(later, "silent", () -> 0).next().orElseThrow()))
                .isEqualTo(Attempts.LONGEST);
        assertThat(Duration.between(
                        later, attempts.failed(later, "silent", () -> 1).next().orElseThrow()))
                .isEqualTo(Attempts.LONGEST.dividedBy(2));
        assertThat(attempts.failed(later, "silent", () -> 0).succeeded(later).failures())
                .isZero();
    }

    @Test
    void aClockThatIsSetBackDoesNotSilenceIt() {
        Attempts attempts = Attempts.NONE.succeeded(START.plus(Duration.ofDays(3)));
        assertThat(attempts.isDue(START)).isTrue();
    }
}
