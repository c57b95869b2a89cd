package network.constellation.protocol.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.testing.TestingKeys;
import org.junit.jupiter.api.Test;

class AdmissionRequestTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Wwwroot HUB = Wwwroot.of("https://hub.example.org");
    private static final String NETWORK = "0f".repeat(16);

    private final CryptoEngine engine = CryptoEngine.detect();
    private final SiteKeys keys = new TestingKeys(engine).site(Wwwroot.of("https://a.example.org"), NOW);
    private final Invitation invitation =
            new Invitation(HUB, "ab".repeat(32), NETWORK, new byte[Invitation.TOKEN_BYTES], NOW.plusSeconds(600));
    private final String request = AdmissionRequest.sign(engine, keys, invitation, "School A", NOW);

    @Test
    void theHubReadsWhatTheSiteSigned() throws AdmissionRefusedException {
        AdmissionRequest opened = AdmissionRequest.open(engine, request, HUB, NETWORK, NOW.plusSeconds(5));
        assertThat(opened.identity()).isEqualTo(keys.publicIdentity(engine));
        assertThat(opened.token()).isEqualTo(invitation.token());
        assertThat(opened.name()).isEqualTo("School A");
    }

    @Test
    void aRequestForAnotherHubIsRefused() {
        refused("wrong-hub", request, Wwwroot.of("https://other.example.org"), NETWORK, NOW);
    }

    @Test
    void aRequestForAnotherNetworkIsRefused() {
        refused("wrong-network", request, HUB, "aa".repeat(16), NOW);
    }

    @Test
    void aRequestOfTenMinutesAgoIsRefused() {
        refused("stale", request, HUB, NETWORK, NOW.plus(AdmissionRequest.LIFE).plusSeconds(1));
        refused("stale", request, HUB, NETWORK, NOW.minus(Duration.ofHours(1)));
    }

    @Test
    void anotherTokenUnderTheSameSignatureIsRefused() {
        String body = new String(
                Base64.getUrlDecoder().decode(request.substring(0, request.indexOf('.'))), StandardCharsets.UTF_8);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[Invitation.TOKEN_BYTES]);
        String changed = body.replace(token, "B" + token.substring(1));
        assertThat(changed).isNotEqualTo(body);
        String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(changed.getBytes(StandardCharsets.UTF_8))
                + request.substring(request.indexOf('.'));
        refused("bad-signature", forged, HUB, NETWORK, NOW);
    }

    @Test
    void textThatIsNoRequestIsRefused() {
        refused("malformed", "", HUB, NETWORK, NOW);
        refused("malformed", "e30.e30", HUB, NETWORK, NOW);
        refused("malformed", "%%%.e30", HUB, NETWORK, NOW);
    }

    private void refused(String reason, String text, Wwwroot hub, String network, Instant now) {
        assertThatThrownBy(() -> AdmissionRequest.open(engine, text, hub, network, now))
                .isInstanceOfSatisfying(
                        AdmissionRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
