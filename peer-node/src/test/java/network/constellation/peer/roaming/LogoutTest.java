package network.constellation.peer.roaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.SuiteChoice;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.User;
import network.constellation.peer.web.session.Session;
import network.constellation.peer.web.session.Sessions;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.roaming.RoamingMethods;
import network.constellation.protocol.method.roaming.UserSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions end everywhere when they lose their ground anywhere. */
@Tag("P-32")
class LogoutTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private Site a;
    private Site b;
    private Site c;
    private User alice;
    private final Browser browser = new Browser("Mozilla/5.0 (roam test)");

    @BeforeEach
    void aliceIsEverywhere() {
        a = Site.start(folder, "a", ConfigReader.empty());
        b = Site.start(folder, "b", ConfigReader.empty());
        c = Site.start(folder, "c", ConfigReader.empty());
        Site.join(a, b, SuiteChoice.AUTO);
        Site.join(a, c, SuiteChoice.LEGACY);
        Site.join(b, c, SuiteChoice.AUTO);
        alice = a.user("alice");
        a.signIn(browser, alice);
        browser.open(a.jump(b, ""));
        browser.open(a.jump(c, ""));
        assertThat(List.of(a, b, c)).allMatch(site -> site.session(browser).isPresent());
    }

    @AfterEach
    void stop() {
        List.of(a, b, c).forEach(Site::close);
    }

    private void outAt(Site... sites) {
        for (Site site : sites) {
            await().atMost(SOON).until(() -> site.session(browser).isEmpty());
        }
    }

    @Test
    void signingOutAtHomeSignsOutEverywhere() {
        a.signOut(browser);
        outAt(a, b, c);
        assertThat(a.get(JumpSessions.class).all()).isEmpty();
        assertThat(b.get(LandedSessions.class).all()).isEmpty();
    }

    @Test
    void signingOutElsewhereSignsOutEverywhere() {
        b.signOut(browser);
        outAt(b, a, c);
    }

    @Test
    void anotherBrowserOfTheSamePersonStaysSignedIn() {
        Browser phone = new Browser("Phone/1.0");
        a.signIn(phone, alice);
        phone.open(a.jump(b, ""));
        b.signOut(browser);
        outAt(b, a, c);
        assertThat(a.session(phone)).isPresent();
        assertThat(b.session(phone)).isPresent();
    }

    @Test
    void aSuspendedAccountIsOutEverywhereWithinAMinute() {
        a.get(Platform.class).users().suspend(alice.id(), true);
        a.advance(Duration.ofSeconds(30));
        outAt(b, c);
    }

    @Test
    void aSessionThatWasEndedByForceEndsElsewhereToo() {
        a.get(Sessions.class).endAllOf(alice.id());
        a.advance(Duration.ofSeconds(30));
        outAt(b, c);
    }

    @Test
    void visitorsOfASuspendedOrRemovedSiteAreOut() {
        b.get(Peers.class).suspend(a.wwwroot, "test");
        b.advance(Duration.ofSeconds(30));
        outAt(b);
        c.get(Peers.class).remove(a.wwwroot, "test");
        c.advance(Duration.ofSeconds(30));
        outAt(c);
        assertThat(b.audited(line ->
                        "site-not-approved".equals(line.event().details().get("why"))))
                .hasSize(1);
    }

    @Test
    void withoutWordFromHomeAVisitEndsAfterTwoHours() {
        Session here = b.session(browser).orElseThrow();
        for (int i = 0; i < 11; i++) {
            b.advance(Duration.ofMinutes(10));
            b.get(Sessions.class).touch(here.id());
            b.get(Sweep.class).run();
            assertThat(b.session(browser)).isPresent();
        }
        b.advance(Duration.ofMinutes(10));
        b.get(Sessions.class).touch(here.id());
        b.get(Sweep.class).run();
        assertThat(b.session(browser)).isEmpty();
    }

    @Test
    void aSiteThatWasAwayHearsOfItWhenItIsBack() {
        b.stop();
        a.signOut(browser);
        outAt(a, c);
        await().atMost(SOON)
                .until(() -> jobs(JobView.State.WAITING).stream()
                        .anyMatch(job -> job.lastError().isPresent()));
        b.startAgain();
        assertThat(b.session(browser)).as("B knows nothing yet").isPresent();
        a.advance(Duration.ofMinutes(1));
        outAt(b);
        await().atMost(SOON).until(() -> jobs(JobView.State.DONE).size() == 2);
    }

    private List<JobView> jobs(JobView.State state) {
        return a.get(Jobs.class).list().stream()
                .filter(job -> job.kind().equals("roaming.end-away") && job.state() == state)
                .toList();
    }

    /** Whom it is not agreed with is not asked for ever. */
    @Test
    void aSiteThatRefusesForGoodIsAskedOnce() {
        b.services(a, Set.of(), Set.of("sso_idp", "sso_sp"));
        a.signOut(browser);
        outAt(a, c);
        await().atMost(SOON).until(() -> jobs(JobView.State.DONE).size() == 2);
        assertThat(b.session(browser)).isPresent();
    }

    @Test
    void keepaliveKeepsTheSessionAtHome() {
        a.advance(Duration.ofMinutes(100));
        b.advance(Duration.ofMinutes(100));
        b.get(Sessions.class).touch(b.session(browser).orElseThrow().id());
        assertThat(a.get(PeerClient.class)
                        .call(a.get(Peers.class).require(b.wwwroot), RoamingMethods.KEEPALIVE_CLIENT, Nothing.NOTHING))
                .isTrue();
        await().atMost(SOON)
                .until(() -> a.get(Sessions.class).of(alice.id()).stream()
                        .anyMatch(session -> session.lastSeen().equals(a.now())));
        assertThat(a.get(JumpSessions.class)
                        .at(b.wwwroot, "alice")
                        .orElseThrow()
                        .expires())
                .isEqualTo(a.now().plus(Duration.ofHours(2)));
        assertThat(a.get(JumpSessions.class)
                        .at(c.wwwroot, "alice")
                        .orElseThrow()
                        .expires())
                .as("C said nothing")
                .isBefore(a.now().plus(Duration.ofHours(1)));
    }

    @Test
    void aSiteEndsOnlySessionsThatConcernIt() {
        String agent = UserAgents.hash(browser.userAgent);
        User bob = a.user("bob");
        Browser other = new Browser("Other/1.0");
        a.signIn(other, bob);
        other.open(a.jump(c, ""));
        PeerClient client = b.get(PeerClient.class);
        var home = b.get(Peers.class).require(a.wwwroot);
        assertThat(client.call(
                        home, RoamingMethods.KILL_CHILDREN, new UserSession("bob", UserAgents.hash("Other/1.0"))))
                .as("bob never was at B")
                .isEqualTo("Could find no remote sessions\n");
        assertThat(a.session(other)).isPresent();
        assertThat(client.call(home, RoamingMethods.KILL_CHILD, new UserSession("alice", agent)))
                .as("alice is no visitor from B")
                .isFalse();
        assertThat(client.call(home, RoamingMethods.KILL_CHILDREN, new UserSession("alice", agent)))
                .isEqualTo("Ending the session at " + c.wwwroot + "\n");
        outAt(a, c);
    }
}
