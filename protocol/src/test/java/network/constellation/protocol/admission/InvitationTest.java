package network.constellation.protocol.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import network.constellation.keys.address.Wwwroot;
import org.junit.jupiter.api.Test;

class InvitationTest {
    private static final Invitation INVITATION = new Invitation(
            Wwwroot.of("https://hub.example.org"),
            "ab".repeat(32),
            "0f".repeat(16),
            new byte[Invitation.TOKEN_BYTES],
            Instant.parse("2026-12-01T08:00:00Z"));

    @Test
    void aLineThatAMailProgramBrokeIsReadAllTheSame() {
        String line = INVITATION.line();
        String broken = " " + line.substring(0, 70) + "\r\n  " + line.substring(70) + "\n";
        assertThat(Invitation.parse(broken)).isEqualTo(INVITATION);
    }

    @Test
    void aLineThatWasCutIsRefusedWithAdvice() {
        String line = INVITATION.line();
        assertThatThrownBy(() -> Invitation.parse(line.substring(0, line.length() - 9)))
                .isInstanceOf(InvalidInvitationException.class)
                .hasMessageContaining("copy the whole line");
    }

    @Test
    void oneWrongLetterIsNoticed() {
        String line = INVITATION.line();
        char other = line.charAt(60) == 'A' ? 'B' : 'A';
        assertThatThrownBy(() -> Invitation.parse(line.substring(0, 60) + other + line.substring(61)))
                .isInstanceOf(InvalidInvitationException.class);
    }

    @Test
    void somethingElseIsRefused() {
        assertThatThrownBy(() -> Invitation.parse("https://hub.example.org"))
                .isInstanceOf(InvalidInvitationException.class)
                .hasMessageContaining("begins with");
    }

    @Test
    void theTokenIsNotShownByAccident() {
        assertThat(INVITATION.toString()).doesNotContain(INVITATION.line().substring(30, 60));
    }
}
