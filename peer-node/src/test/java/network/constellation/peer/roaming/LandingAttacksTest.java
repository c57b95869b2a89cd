package network.constellation.peer.roaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.SuiteChoice;
import network.constellation.peer.platform.User;
import network.constellation.peer.web.session.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Session fixation and login forgery on landing: a victim with a browser, a stranger with an own account at the same home. */
@Tag("P-31")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LandingAttacksTest {
    private static final String AGENT = "Mozilla/5.0 (the same everywhere)";

    private Site a;
    private Site b;
    private Site c;
    private int number;
    private Browser victim = new Browser(AGENT);
    private Browser stranger = new Browser(AGENT);
    private String victimName = "";
    private String strangerName = "";

    @BeforeAll
    void start(@TempDir Path folder) {
        a = Site.start(folder, "a", ConfigReader.empty());
        b = Site.start(folder, "b", ConfigReader.empty());
        c = Site.start(folder, "c", ConfigReader.empty());
        Site.join(a, b, SuiteChoice.AUTO);
        Site.join(a, c, SuiteChoice.AUTO);
        Site.join(b, c, SuiteChoice.AUTO);
    }

    @AfterAll
    void stop() {
        List.of(a, b, c).forEach(Site::close);
    }

    @BeforeEach
    void people() {
        number++;
        victim = new Browser(AGENT);
        stranger = new Browser(AGENT);
        victimName = "victim" + number;
        strangerName = "stranger" + number;
        a.signIn(victim, a.user(victimName));
        a.signIn(stranger, a.user(strangerName));
    }

    /** A fresh landing address of somebody, not opened yet. */
    private String landing(Browser of, Site at) {
        return of.get(a.jump(at, "")).location().orElseThrow();
    }

    /** What a real browser says when a page elsewhere makes it open an address. */
    private static void says(Browser browser, String destination, String mode, String referer) {
        browser.headers.putAll(
                Map.of("Sec-Fetch-Dest", destination, "Sec-Fetch-Mode", mode, "Sec-Fetch-Site", "cross-site"));
        if (!referer.isEmpty()) {
            browser.headers.put("Referer", referer);
        }
    }

    private void nobodyAt(Site site, Browser browser) {
        assertThat(site.session(browser)).isEmpty();
    }

    private String whoAt(Site site, Browser browser) {
        browser.headers.clear();
        return browser.open(site.wwwroot.with("/echo")).body();
    }

    @Test
    void attack01SessionSetBeforehand() {
        Session planted = b.signIn(stranger, b.user("planted" + number));
        String before = b.secretOf(stranger);
        victim.setCookie(b.wwwroot.host(), b.cookieName(), before);
        assertThat(victim.open(a.jump(b, "")).body()).isEqualTo("home of B for " + victimName);
        assertThat(b.secretOf(victim)).isNotEqualTo(before);
        assertThat(b.get(network.constellation.peer.web.session.Sessions.class).byId(planted.id()))
                .as("the planted session is over")
                .isEmpty();
    }

    @Test
    void attack02UnknownSessionIdIsNotAdopted() {
        String chosen = "f".repeat(64);
        victim.setCookie(b.wwwroot.host(), b.cookieName(), chosen);
        victim.open(a.jump(b, ""));
        assertThat(b.secretOf(victim)).isNotEqualTo(chosen).hasSize(64);
    }

    @Test
    void attack03TokenReplayed() {
        String url = landing(victim, b);
        assertThat(victim.open(url).body()).isEqualTo("home of B for " + victimName);
        Browser.Answer again = stranger.get(url);
        assertThat(again.status()).isEqualTo(403);
        assertThat(again.body()).contains("does not recognise this way in");
        nobodyAt(b, stranger);
    }

    @Test
    void attack04TokenInAnotherBrowser() {
        String url = landing(victim, b);
        Browser other = new Browser("Another/1.0");
        assertThat(other.get(url).status()).isEqualTo(403);
        nobodyAt(b, other);
        assertThat(victim.open(url).body()).as("not used up").isEqualTo("home of B for " + victimName);
    }

    @Test
    void attack05TokenTooLate() {
        String url = landing(victim, b);
        List.of(a, b, c).forEach(site -> site.advance(Duration.ofSeconds(31)));
        Browser.Answer late = victim.get(url);
        assertThat(late.status()).isEqualTo(403);
        assertThat(late.body()).contains("on the way for too long");
        nobodyAt(b, victim);
    }

    @Test
    void attack06TokenOfAnotherSite() {
        String url = landing(victim, c).replace(c.wwwroot.value(), b.wwwroot.value());
        assertThat(victim.get(url).status()).isEqualTo(403);
        nobodyAt(b, victim);
    }

    @Test
    void attack07AnotherHomeClaimsTheToken() {
        String url = landing(victim, b).replace("idp=" + a.wwwroot, "idp=" + c.wwwroot);
        assertThat(victim.get(url).status()).isEqualTo(403);
        assertThat(victim.get(landing(victim, b).replace("idp=" + a.wwwroot, "idp=http://evil.example"))
                        .status())
                .isEqualTo(404);
        nobodyAt(b, victim);
    }

    @Test
    void attack08LandingByImage() {
        String url = landing(stranger, b);
        says(victim, "image", "no-cors", "http://forum.example/");
        assertThat(victim.get(url).status()).isEqualTo(400);
        nobodyAt(b, victim);
        assertThat(stranger.open(url).body()).as("not used up").isEqualTo("home of B for " + strangerName);
    }

    @Test
    void attack09LandingInAFrameByScriptOrPrefetch() {
        String url = landing(stranger, b);
        for (List<String> signs :
                List.of(List.of("iframe", "navigate"), List.of("empty", "cors"), List.of("script", "no-cors"))) {
            says(victim, signs.get(0), signs.get(1), "");
            assertThat(victim.get(url).status()).as(signs.toString()).isEqualTo(400);
        }
        victim.headers.clear();
        victim.headers.put("Sec-Purpose", "prefetch");
        assertThat(victim.get(url).status()).isEqualTo(400);
        nobodyAt(b, victim);
    }

    @Test
    void attack10LandingByALinkOfAStranger() {
        String url = landing(stranger, b);
        for (String referer : List.of("http://evil.example/trap", "")) {
            victim.headers.clear();
            says(victim, "document", "navigate", referer);
            assertThat(victim.open(url).body())
                    .as("whoever opens it lands as themselves")
                    .isEqualTo("home of B for " + victimName);
            assertThat(victim.path()).anySatisfy(hop -> assertThat(hop).startsWith(a.wwwroot + "/auth/mnet/jump.php"));
        }
        assertThat(whoAt(b, victim)).isEqualTo("home of B for " + victimName);
    }

    @Test
    void attack11LandingByALinkWhileNotSignedInAtHome() {
        Browser outsider = new Browser(AGENT);
        says(outsider, "document", "navigate", "http://evil.example/trap");
        assertThat(outsider.open(landing(stranger, b)).url().toString())
                .startsWith(a.wwwroot + "/login?wantsurl=%2Fauth%2Fmnet%2Fjump.php");
        nobodyAt(b, outsider);
    }

    @Test
    void attack12ForgedState() {
        String token = landing(stranger, b).replaceAll(".*token=([0-9a-f]+)&.*", "$1");
        String forged =
                URLEncoder.encode("/roaming/landing?state=" + "0".repeat(32) + "&to=%2F", StandardCharsets.UTF_8);
        String url = b.wwwroot + "/auth/mnet/land.php?token=" + token + "&idp=" + a.wwwroot + "&wantsurl=" + forged;
        says(victim, "document", "navigate", "http://evil.example/trap");
        assertThat(victim.get(url).status()).isEqualTo(403);
        nobodyAt(b, victim);
        // Also while a landing that B asked for is under way in the victim's browser.
        victim.get(landing(stranger, b));
        assertThat(victim.get(url).status()).isEqualTo(403);
        nobodyAt(b, victim);
    }

    @Test
    void attack13JumpByImageMakesNoToken() {
        says(victim, "image", "no-cors", "");
        Browser.Answer answer = victim.get(a.jump(b, ""));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.location()).isEmpty();
    }

    @Test
    void attack14OneBadTokenAfterTheOther() {
        List.of(a, b, c).forEach(site -> site.advance(Duration.ofMinutes(1)));
        String base = b.wwwroot + "/auth/mnet/land.php?idp=" + a.wwwroot + "&wantsurl=%2F&token=";
        for (int i = 0; i < 20; i++) {
            assertThat(stranger.get(base + String.format("%040d", i)).status()).isEqualTo(403);
        }
        assertThat(stranger.get(base + "0".repeat(40)).status()).isEqualTo(429);
        List.of(a, b, c).forEach(site -> site.advance(Duration.ofMinutes(1)));
        assertThat(stranger.open(a.jump(b, "")).body()).isEqualTo("home of B for " + strangerName);
    }

    /** The way of our own pages: the home is named by the browser, so nobody is sent back and forth. */
    @Test
    void aRealBrowserFromHomeLandsAtOnce() {
        says(victim, "document", "navigate", a.wwwroot + "/");
        assertThat(victim.open(a.jump(b, "")).body()).isEqualTo("home of B for " + victimName);
        assertThat(victim.path()).hasSize(3);
    }

    @Test
    void whatIsRefusedIsSaidInPlainWordsAndFoundInTheAuditByItsReference() {
        b.services(a, Set.of("sso_idp", "sso_sp"), Set.of());
        Browser.Answer refused = victim.open(a.jump(b, ""));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("Going from site to site is not agreed between A and this site.");
        String reference = refused.body().replaceAll("(?s).*<code>([0-9A-F]{10})</code>.*", "$1");
        assertThat(b.audited(line -> reference.equals(line.event().details().get("reference"))))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.event().name()).isEqualTo("roaming.landing-refused");
                    assertThat(line.event().peer()).isEqualTo(a.wwwroot.value());
                    assertThat(line.event().details()).containsEntry("reason", "not-agreed");
                });
        victim.headers.put("Accept-Language", "fr");
        assertThat(victim.open(a.jump(b, "")).body()).contains("n’est pas convenu");
        Site.join(a, b, SuiteChoice.AUTO);
    }

    @Test
    void theHomeRefusesWhoMayNotLeave() {
        assertThat(victim.open(a.wwwroot.with("/auth/mnet/jump.php?hostwwwroot=http://nowhere.example"))
                        .status())
                .isEqualTo(404);
        assertThat(victim.open(a.wwwroot.with("/auth/mnet/jump.php")).status()).isEqualTo(404);
        a.get(Peers.class).suspend(c.wwwroot, "test");
        Browser.Answer refused = victim.open(a.jump(c, ""));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("The connection with C is paused");
        a.get(Peers.class).resume(c.wwwroot, "test");
        assertThat(a.audited(line -> line.event().name().equals("roaming.jump-refused")))
                .isNotEmpty();
    }

    @Test
    void aSuspendedAccountNeitherLandsNorIsVouchedFor() {
        assertThat(victim.open(a.jump(b, "")).status()).isEqualTo(200);
        User visitor = b.visitor(a, victimName).orElseThrow();
        b.get(network.constellation.peer.platform.Platform.class).users().suspend(visitor.id(), true);
        assertThat(victim.open(a.jump(b, "")).body()).contains("Your account at this site is suspended.");
        String url = landing(stranger, b);
        long strangerId = a.get(network.constellation.peer.platform.Platform.class)
                .users()
                .findLocal(strangerName)
                .orElseThrow()
                .id();
        a.get(network.constellation.peer.platform.Platform.class).users().suspend(strangerId, true);
        assertThat(stranger.get(url).body()).contains("A could not say who you are.");
        nobodyAt(b, stranger);
    }
}
