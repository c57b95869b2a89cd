package network.constellation.protocol.method.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void aFindingSurvivesItsLine() {
        PartResult found = PartResult.bad(Part.TLS, "expired", "NotAfter: Tue\nNov 3");
        assertThat(found.detail()).isEqualTo("NotAfter: Tue Nov 3");
        assertThat(PartResult.parse(found.line())).contains(found);
        assertThat(PartResult.parse(PartResult.unknown(Part.DNS).line())).contains(PartResult.unknown(Part.DNS));
        assertThat(PartResult.parse("quantum bad broken x"))
                .as("of a later release")
                .isEmpty();
        assertThat(PartResult.parse("")).isEmpty();
    }

    @Test
    void theFirstBadPartIsTheWorstThenTheFirstWarning() {
        LinkCheck link = check(
                0,
                PartResult.warning(Part.TLS, "soon", "3"),
                PartResult.bad(Part.CLOCK, "skew", ""),
                PartResult.bad(Part.CALL, "silent", ""));
        assertThat(link.word()).isEqualTo("call.silent");
        assertThat(check(0, PartResult.warning(Part.TLS, "soon", "3")).grade()).isEqualTo(Grade.WARNING);
        assertThat(check(0).word()).isEqualTo("well");
    }

    @Test
    void troubleIsSureTheSecondTimeAndKeepsItsBeginningWhileItIsBad() {
        LinkCheck silent = check(0, PartResult.bad(Part.CALL, "silent", "x"));
        assertThat(silent.isConfirmedTrouble()).isFalse();
        LinkCheck again = check(300, PartResult.bad(Part.CALL, "silent", "y")).after(silent);
        assertThat(again.isConfirmedTrouble()).isTrue();
        assertThat(again.since()).isEqualTo(NOW);
        LinkCheck refused =
                check(600, PartResult.bad(Part.CONNECT, "refused", "")).after(again);
        assertThat(refused.since()).as("still not answering").isEqualTo(NOW);
        assertThat(refused.times()).isEqualTo(3);
        LinkCheck well = check(900).after(refused);
        assertThat(well.since()).isEqualTo(NOW.plusSeconds(900));
    }

    private static LinkCheck check(int seconds, PartResult... parts) {
        Instant at = NOW.plusSeconds(seconds);
        return new LinkCheck("https://a.example", at, at, 1, 5, "", List.of(parts));
    }
}
