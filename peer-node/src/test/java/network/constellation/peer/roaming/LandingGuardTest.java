package network.constellation.peer.roaming;

import static org.assertj.core.api.Assertions.assertThat;

import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.roaming.LandingGuard.Signs;
import network.constellation.peer.roaming.LandingGuard.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who really opened the landing page. */
@Tag("P-31")
class LandingGuardTest {
    private static final Wwwroot A = Wwwroot.of("https://a.example/learn");
    private static final Wwwroot B = Wwwroot.of("https://b.example");

    private final LandingGuard guard = new LandingGuard(B);

    @ParameterizedTest
    @CsvSource({
        "GET, '', '', '', '', '', PASS",
        "GET, document, navigate, cross-site, '', https://a.example/learn/my, PASS",
        "GET, document, navigate, cross-site, '', https://a.example/, PASS",
        "GET, document, navigate, same-site, '', https://a.example/, PASS",
        "GET, document, navigate, same-origin, '', '', PASS",
        "GET, document, navigate, cross-site, '', https://b.example/login, PASS",
        "GET, document, navigate, cross-site, '', https://evil.example/, ASK_AGAIN",
        "GET, document, navigate, cross-site, '', https://a.example.evil.example/, ASK_AGAIN",
        "GET, document, navigate, cross-site, '', http://a.example/, ASK_AGAIN",
        "GET, document, navigate, cross-site, '', 'not an address', ASK_AGAIN",
        "GET, document, navigate, cross-site, '', '', ASK_AGAIN",
        "GET, document, navigate, none, '', '', ASK_AGAIN",
        "GET, image, no-cors, cross-site, '', https://a.example/, NOT_A_PAGE",
        "GET, iframe, navigate, cross-site, '', https://a.example/, NOT_A_PAGE",
        "GET, frame, navigate, same-origin, '', https://b.example/, NOT_A_PAGE",
        "GET, object, navigate, cross-site, '', https://a.example/, NOT_A_PAGE",
        "GET, empty, cors, cross-site, '', https://a.example/, NOT_A_PAGE",
        "GET, script, no-cors, cross-site, '', '', NOT_A_PAGE",
        "GET, document, navigate, cross-site, prefetch, https://a.example/, NOT_A_PAGE",
        "GET, document, navigate, cross-site, prefetch;prerender, https://a.example/, NOT_A_PAGE",
        "HEAD, '', '', '', '', '', NOT_A_PAGE",
    })
    void onlyAPageOpenedFromHomeOrHereUsesItsToken(
            String method, String dest, String mode, String site, String purpose, String referer, Verdict verdict) {
        assertThat(guard.judge(new Signs(method, dest, mode, site, purpose, referer), A))
                .isEqualTo(verdict);
    }

    @Test
    void aLandingThatThisSiteAskedForComesBackWithItsSecret() {
        LandingState state = new LandingState(CryptoEngine.pureJava().random());
        LandingState.Asked asked = state.ask(A, "/course/view.php?id=2&x=é");
        LandingState.Returned returned = LandingState.read(asked.wantsurl()).orElseThrow();
        assertThat(returned.wanted()).isEqualTo("/course/view.php?id=2&x=é");
        assertThat(LandingState.matches(returned, asked.cookie(), A)).isTrue();
        assertThat(LandingState.matches(returned, asked.cookie(), B))
                .as("from another home")
                .isFalse();
        assertThat(LandingState.matches(returned, "", A))
                .as("in another browser")
                .isFalse();
        assertThat(LandingState.matches(returned, state.ask(A, "/").cookie(), A))
                .as("of another landing")
                .isFalse();
        assertThat(LandingState.matches(new LandingState.Returned("", "/"), " " + A.value(), A))
                .as("no secret at all")
                .isFalse();
        assertThat(LandingState.read("/course/view.php?id=2")).isEmpty();
        assertThat(WantsUrl.path(B, asked.wantsurl()))
                .as("identity providers hand it through")
                .isPresent();
    }
}
