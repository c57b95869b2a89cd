package network.constellation.protocol.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P-14")
class SteadyTimeTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aLeapAheadThatIsTakenBackNeverHappened() {
        SteadyTime time = new SteadyTime(NOW, 0);
        assertThat(time.at(NOW.plus(HOUR).plusSeconds(60), seconds(60))).isEqualTo(NOW.plusSeconds(60));
        assertThat(time.at(NOW.plus(HOUR).plusSeconds(600), seconds(600))).isEqualTo(NOW.plusSeconds(600));
        assertThat(time.at(NOW.plusSeconds(660), seconds(660))).isEqualTo(NOW.plusSeconds(660));
    }

    @Test
    void aLeapAheadThatStandsIsBelieved() {
        SteadyTime time = new SteadyTime(NOW, 0);
        time.at(NOW.plus(HOUR), seconds(1));
        long later = seconds(1) + SteadyTime.BELIEVED_AFTER.toNanos();
        Instant shown = NOW.plus(HOUR).plus(SteadyTime.BELIEVED_AFTER);
        assertThat(time.at(shown, later)).isEqualTo(shown);
    }

    @Test
    void aClockThatIsSetBackIsFollowedAtOnce() {
        SteadyTime time = new SteadyTime(NOW, 0);
        assertThat(time.at(NOW.minus(HOUR), seconds(60))).isEqualTo(NOW.minus(HOUR));
    }

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
