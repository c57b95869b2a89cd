package network.constellation.peer.roaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.SuiteChoice;
import network.constellation.peer.platform.CourseDraft;
import network.constellation.peer.platform.Permission;
import network.constellation.peer.platform.Picture;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.Roles;
import network.constellation.peer.platform.Scope;
import network.constellation.peer.platform.User;
import network.constellation.protocol.method.roaming.HostCourses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People go from site to site: three nodes, real calls, real pages. */
class RoamingTest {
    @TempDir
    Path folder;

    private Site a;
    private Site b;
    private Site c;
    private final Browser browser = new Browser("Mozilla/5.0 (roam test)");

    @BeforeEach
    void start() {
        a = Site.start(folder, "a", ConfigReader.empty());
        b = Site.start(folder, "b", ConfigReader.empty());
        c = Site.start(folder, "c", ConfigReader.empty());
        network(SuiteChoice.AUTO);
    }

    private void network(SuiteChoice suite) {
        Site.join(a, b, suite);
        Site.join(a, c, suite);
        Site.join(b, c, suite);
    }

    @AfterEach
    void stop() {
        List.of(a, b, c).forEach(Site::close);
    }

    @ParameterizedTest
    @EnumSource(
            value = SuiteChoice.class,
            names = {"LEGACY", "MODERN"})
    void theFirstLandingMakesAnAccountTheSecondUpdatesIt(SuiteChoice suite) {
        network(suite);
        User alice = a.user("alice");
        a.signIn(browser, alice);

        Browser.Answer there = browser.open(a.jump(b, "/echo?id=2"));
        assertThat(there.body()).isEqualTo("page 2 of B for alice");
        assertThat(browser.path()).hasSize(3);
        String tokenForm = suite == SuiteChoice.MODERN ? "[0-9a-f]{64}" : "[0-9a-f]{40}";
        assertThat(browser.path().get(1))
                .matches("\\Q" + b.wwwroot + "\\E/auth/mnet/land\\.php\\?token=" + tokenForm + "&idp=\\Q" + a.wwwroot
                        + "\\E&wantsurl=%2Fecho%3Fid%3D2");
        User visitor = b.visitor(a, "alice").orElseThrow();
        assertThat(visitor.auth()).isEqualTo(User.MNET);
        assertThat(visitor.profile().fields())
                .containsOnlyKeys(Profile.FIRST_NAME, Profile.LAST_NAME, Profile.EMAIL)
                .containsEntry(Profile.LAST_NAME, "Œuvré");
        assertThat(b.get(Platform.class).users().findLocal("alice")).isEmpty();

        a.get(Platform.class).users().update(alice.id(), alice.profile().with(Profile.FIRST_NAME, "Alicia"));
        browser.open(a.jump(b, ""));
        User again = b.visitor(a, "alice").orElseThrow();
        assertThat(again.id()).isEqualTo(visitor.id());
        assertThat(again.profile().firstName()).isEqualTo("Alicia");
        assertThat(b.audited(line -> line.event().name().equals("roaming.account-created")))
                .hasSize(1);
    }

    @Test
    void fromAToBToCInOneClickEach() {
        User alice = a.user("alice");
        a.signIn(browser, alice);
        assertThat(browser.open(a.jump(b, "/echo?id=2")).body()).isEqualTo("page 2 of B for alice");

        Browser.Answer there = browser.open(b.jump(c, "/echo%3Fid%3D7"));
        assertThat(there.body()).isEqualTo("page 7 of C for alice");
        assertThat(browser.path()).hasSize(4);
        assertThat(browser.path().get(1)).startsWith(a.wwwroot + "/auth/mnet/jump.php?hostwwwroot=");
        assertThat(c.visitor(a, "alice")).as("at home in A, not in B").isPresent();
        assertThat(c.visitor(b, "alice")).isEmpty();

        assertThat(browser.open(c.jump(a, "")).body()).isEqualTo("home of A for alice");
    }

    @Test
    void somebodyWhoIsNotSignedInSignsInAndGoesOn() {
        a.user("alice");
        Browser.Answer signIn = browser.open(a.jump(b, "/echo?id=2"));
        assertThat(signIn.status()).isEqualTo(200);
        assertThat(signIn.url().toString()).startsWith(a.wwwroot + "/login?wantsurl=%2Fauth%2Fmnet%2Fjump.php");
    }

    @Test
    void maharasAddressesLeadTheSameWay() {
        a.signIn(browser, a.user("alice"));
        Browser.Answer jumped =
                browser.get(a.wwwroot.with("/auth/xmlrpc/jump.php?wr=" + b.wwwroot + "&ins=4&wantsurl=/echo"));
        String land = jumped.location().orElseThrow().replace("/auth/mnet/land.php", "/auth/xmlrpc/land.php");
        assertThat(browser.open(land).body()).isEqualTo("home of B for alice");
    }

    @Test
    void whoWantsToComeBackIsSentBackAfterLanding() {
        a.signIn(browser, a.user("alice"));
        Browser.Answer back = browser.open(a.jump(b, "/echo?id=5") + "&wantsurlbackhere=1");
        assertThat(back.body()).isEqualTo("page 5 of A for alice");
        assertThat(browser.path().get(1)).endsWith("&wantsurl=%2Fecho%3Fid%3D5&remoteurl=1");
        assertThat(b.session(browser)).isPresent();
    }

    @Test
    void landingTellsTheHomeTheCoursesHereAndTheHomeShowsThem() {
        User alice = a.user("alice");
        a.signIn(browser, alice);
        browser.open(a.jump(b, ""));
        User visitor = b.visitor(a, "alice").orElseThrow();
        Platform platform = b.get(Platform.class);
        long shelf = platform.courses().createCategory("Lettres", "", "", 0).id();
        long course = platform.courses()
                .create(CourseDraft.of("HIST", "Histoire de l\u2019Europe", shelf))
                .id();
        platform.roles().assign(visitor.id(), "student", Scope.course(course));

        browser.open(a.jump(b, ""));
        RemoteCourses known = a.get(RemoteCourses.class);
        await().atMost(Duration.ofSeconds(20)).until(() -> !known.of(alice.id()).isEmpty());
        assertThat(known.of(alice.id())).singleElement().satisfies(there -> {
            assertThat(there.peer()).isEqualTo(b.wwwroot);
            assertThat(there.courseId()).isEqualTo(course);
            assertThat(there.fullname()).isEqualTo("Histoire de l\u2019Europe");
            assertThat(there.category()).isEqualTo("Lettres");
        });
        Destination destination = a.get(Destinations.class).of(alice.id()).get(0);
        assertThat(destination.site()).as("visited last").isEqualTo(b.wwwroot);
        assertThat(destination.lastVisit()).isPresent();
        Browser.Answer page = browser.open(a.wwwroot.with("/my/network"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Histoire de l\u2019Europe", "Open", "1 course");
        String link = destination.courseLink(destination.courses().get(0));
        Browser.Answer deep = browser.open(a.wwwroot.with(link));
        assertThat(deep.url().toString()).isEqualTo(b.wwwroot + "/course/view.php?id=" + course);

        browser.open(a.jump(c, ""));
        assertThat(c.get(LandedSessions.class)
                        .hosts(c.visitor(a, "alice").orElseThrow().id()))
                .as("the home tells where the courses are")
                .containsExactly(new HostCourses("B", b.wwwroot.value(), 1));
    }

    @Test
    void picturesTravelWhereTheyAreAgreed() {
        User alice = a.user("alice");
        byte[] image = image();
        a.get(Platform.class).users().picture(alice.id(), new Picture(image, "image/png", image, "image/png", a.now()));
        a.signIn(browser, alice);
        browser.open(a.jump(c, ""));
        a.get(RoamingTerms.class).setExported(b.wwwroot, Optional.of(List.of("city", "picture")), "test");
        browser.open(a.jump(b, ""));

        User visitor = b.visitor(a, "alice").orElseThrow();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> b.get(Platform.class).users().picture(visitor.id()).isPresent());
        assertThat(b.get(Platform.class)
                        .users()
                        .picture(visitor.id())
                        .orElseThrow()
                        .large())
                .isEqualTo(image);
        assertThat(c.get(Platform.class)
                        .users()
                        .picture(c.visitor(a, "alice").orElseThrow().id()))
                .as("C is told nothing of pictures")
                .isEmpty();
    }

    private static byte[] image() {
        byte[] image = new byte[64];
        byte[] head = "\u0089PNG\r\n\u001a\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, image, 0, head.length);
        return image;
    }

    @Test
    void myNetworkSaysWhyASiteIsClosed() {
        User alice = a.user("alice");
        a.signIn(browser, alice);
        a.get(Peers.class).suspend(b.wwwroot, "test");
        Browser.Answer page = browser.open(a.wwwroot.with("/my/network"));
        assertThat(page.body()).contains("The connection with B is paused");
        a.get(Platform.class).roles().permit("user", Roles.ROAM, Optional.of(Permission.PROHIBIT));
        assertThat(browser.open(a.wwwroot.with("/my/network")).body())
                .contains("Your account may not go to other sites");
    }

    @Test
    void theAdministratorSeesWhoIsWhereAndKeepsSomebodyOut() {
        User admin = a.user("admin");
        a.get(Platform.class).users().siteAdministrator(admin.id(), true);
        Browser desk = new Browser("Desk");
        a.signIn(desk, admin);
        b.signIn(browser, b.user("bob"));
        browser.open(b.jump(a, ""));
        for (String page : List.of("", "/travellers", "/access", "/sites", "/fields?peer=" + b.wwwroot)) {
            Browser.Answer answer = desk.open(a.wwwroot.with("/admin/roaming" + page));
            assertThat(answer.status()).as(page).isEqualTo(200);
        }
        assertThat(desk.open(a.wwwroot.with("/admin/roaming")).body()).contains("bob");

        a.get(RoamingTerms.class).setRule(b.wwwroot, "bob", false, "admin");
        a.get(Sweep.class).run();
        assertThat(a.session(browser)).as("out at once").isEmpty();
        Browser.Answer refused = browser.open(b.jump(a, ""));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("does not let your account from B in");
        a.get(RoamingTerms.class).setRule(b.wwwroot, "bob", true, "admin");
        assertThat(browser.open(b.jump(a, "")).body()).isEqualTo("home of A for bob");
        assertThat(browser.open(a.wwwroot.with("/admin/roaming")).status()).isEqualTo(403);
    }

    @Test
    void theSignInPageOffersTheHomesPeopleComeFrom() {
        a.signIn(browser, a.user("alice"));
        Browser.Answer signIn = browser.open(b.wwwroot.with("/login?wantsurl=%2Fecho%3Fid%3D9"));
        String link = signIn.body()
                .replaceAll("(?s).*href=\"(/roaming/home\\?site=[^\"]*a\\.localhost[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        browser.headers.put("Sec-Fetch-Site", "cross-site");
        assertThat(browser.open(b.wwwroot.with(link)).body()).isEqualTo("page 9 of B for alice");
        assertThat(browser.path())
                .anySatisfy(hop -> assertThat(hop)
                        .startsWith(a.wwwroot + "/auth/mnet/jump.php?hostwwwroot=")
                        .endsWith("&remoteurl=1"));
    }

    @Test
    void theFrontPageShowsTheSitesVisitedLast() {
        User alice = a.user("alice");
        a.signIn(browser, alice);
        browser.open(a.jump(c, ""));
        String page = browser.open(a.wwwroot.with("/")).body();
        assertThat(page).contains("Sites", "hostwwwroot=http%3A%2F%2Fb.localhost");
        assertThat(page.indexOf("c.localhost")).as("visited last, shown first").isLessThan(page.indexOf("b.localhost"));
        String there = browser.open(c.wwwroot.with("/")).body();
        assertThat(there).contains("My home site").contains("a.localhost", "b.localhost");
    }

    @Test
    void aHomeThatDoesNotAnswerIsSaid() {
        a.signIn(browser, a.user("alice"));
        String url = browser.get(a.jump(b, "")).location().orElseThrow();
        a.stop();
        Browser.Answer answer = browser.get(url);
        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.body()).contains("A does not answer at the moment");
        a.startAgain();
    }
}
