package network.constellation.testnetwork.roaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import network.constellation.hub.subnets.Members;
import network.constellation.peer.platform.CourseDraft;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.roaming.JumpSessions;
import network.constellation.peer.roaming.LandedSessions;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.browser.Browser;
import network.constellation.testnetwork.browser.Browser.View;
import network.constellation.testnetwork.browser.Browser.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a person does, in a real browser: sign in at A, roam to B, land deep in C, sign out once. A, B and C know each
 * other by the invitations of a hub only.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoamingInABrowserTest {
    private Browser chromium;
    private Path folder;
    private TestNetwork network;
    private AssembledSite a;
    private AssembledSite b;
    private AssembledSite c;
    private long course;
    private Visitor visitor;
    private Page page;
    private final List<String> opened = new ArrayList<>();

    @BeforeAll
    void start(@TempDir Path folder) {
        this.folder = folder;
        chromium = Browser.open();
        a = new AssembledSite(folder, "a");
        b = new AssembledSite(folder, "b");
        c = new AssembledSite(folder, "c");
        network = TestNetwork.found(folder.resolve("network"));
        for (AssembledSite site : List.of(a, b, c)) {
            site.join(network.invite(1));
        }
        network.awaitMesh(6);
        a.account("amina", "Amina", "Diallo");
        a.account("mallory", "Mallory", "Moore");
        Platform platform = c.get(Platform.class);
        long shelf = platform.courses().createCategory("Sciences", "", "", 0).id();
        course = platform.courses()
                .create(CourseDraft.of("PHYS", "Physics of stars", shelf))
                .id();
    }

    @AfterAll
    void stop() {
        List.of(a, b, c).forEach(AssembledSite::close);
        network.close();
        chromium.close();
    }

    @BeforeEach
    void freshBrowser() {
        visitor = chromium.visitor(View.DESK);
        page = visitor.page();
        page.onRequest(request -> {
            if (request.isNavigationRequest()) {
                opened.add(request.url());
            }
        });
    }

    private void signIn(AssembledSite site, String username) {
        Browser.signIn(page, site.wwwroot, username, AssembledSite.PASSWORD);
    }

    private void goTo(String name) {
        opened.clear();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private boolean isSignedIn(AssembledSite site) {
        page.navigate(site.wwwroot.with("/account"));
        return !page.url().contains("/login");
    }

    @Test
    void signInOnceRoamLandDeepAndSignOutEverywhere() {
        signIn(a, "amina");
        page.navigate(a.wwwroot.with("/my/network"));
        goTo("Site B");
        page.waitForURL(b.wwwroot.with("/"));
        assertThat(page.content()).contains("Amina Diallo");
        assertThat(opened)
                .as("jump, land, there: no detour for who comes from home")
                .hasSize(3);

        goTo("Site C");
        page.waitForURL(c.wwwroot.with("/"));
        assertThat(opened)
                .as("by way of home, twice as no page of the home site is where the click was")
                .hasSize(6)
                .anySatisfy(url -> assertThat(url).startsWith(a.wwwroot + "/auth/mnet/jump.php"));

        page.navigate(a.wwwroot.with(
                "/auth/mnet/jump.php?hostwwwroot=" + c.wwwroot + "&wantsurl=/course/view.php?id=" + course));
        page.waitForURL(c.wwwroot.with("/course/view.php?id=" + course));
        assertThat(page.content()).contains("Physics of stars");

        page.navigate(a.wwwroot.with("/logout"));
        page.click("main form button[type=submit]");
        page.waitForURL("**/login**");
        for (AssembledSite site : List.of(a, b, c)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> !isSignedIn(site));
        }
    }

    @Test
    @Tag("P-31")
    void whoFollowsAStrangersLandingLinkLandsAsThemselves() {
        signIn(a, "mallory");
        String strangers = locationOf("/auth/mnet/jump.php?hostwwwroot=" + b.wwwroot);
        assertThat(strangers).startsWith(b.wwwroot + "/auth/mnet/land.php?token=");
        visitor.close();
        freshBrowser();
        signIn(a, "amina");
        page.setContent("<a href=\"" + strangers.replace("&", "&amp;") + "\">see this</a>");
        goTo("see this");
        page.waitForURL(b.wwwroot.with("/"));
        assertThat(page.content()).contains("Amina Diallo").doesNotContain("Mallory");
        assertThat(opened).anySatisfy(url -> assertThat(url).startsWith(a.wwwroot + "/auth/mnet/jump.php"));
    }

    @Test
    @Tag("NA-17")
    void whenTheHubRemovesASiteSessionsEndAtBothEndsOfTheJourney() {
        AssembledSite d = new AssembledSite(folder, "d");
        try {
            d.join(network.invite(1));
            network.awaitMesh(12);
            signIn(a, "amina");
            page.navigate(a.wwwroot.with("/my/network"));
            goTo("Site D");
            page.waitForURL(d.wwwroot.with("/"));
            assertThat(d.get(LandedSessions.class).all()).hasSize(1);
            assertThat(a.get(JumpSessions.class).all())
                    .anyMatch(journey -> journey.peer().equals(d.wwwroot));

            Members members = network.hub().get(Members.class);
            members.remove(d.wwwroot, TestNetwork.ACTOR);
            TestNetwork.await(() -> members.links(d.wwwroot).missing() == 0);
            assertThat(d.get(LandedSessions.class).all()).isEmpty();
            assertThat(a.get(JumpSessions.class).all())
                    .noneMatch(journey -> journey.peer().equals(d.wwwroot));
            assertThat(isSignedIn(d)).isFalse();
            assertThat(isSignedIn(a)).isTrue();
            assertThat(members.links(d.wwwroot).ends())
                    .as("reported where it happened")
                    .anyMatch(end -> end.at().equals(d.wwwroot) && end.ended().landed() == 1)
                    .anyMatch(end -> end.at().equals(a.wwwroot) && end.ended().away() == 1);
        } finally {
            d.close();
        }
    }

    @Test
    void pagesAreReadableOnAPhoneInTheDarkInFrench() {
        a.account("root", "Rut", "Root");
        Platform platform = a.get(Platform.class);
        platform.users()
                .siteAdministrator(
                        platform.users().findLocal("root").orElseThrow().id(), true);
        for (View view : List.of(View.DESK, View.PHONE, new View(390, true, "fr"), new View(1280, true, "fr"))) {
            visitor = chromium.visitor(view);
            page = visitor.page();
            signIn(a, "root");
            page.navigate(a.wwwroot.with("/auth/mnet/jump.php?hostwwwroot=" + b.wwwroot));
            look(view, "home-elsewhere");
            page.navigate(c.wwwroot.with("/login?wantsurl=%2Fcourse%2Fview.php%3Fid%3D1"));
            look(view, "sign-in");
            for (String path : List.of(
                    "/my/network",
                    "/auth/mnet/jump.php?hostwwwroot=http://nowhere.example",
                    "/admin/roaming",
                    "/admin/roaming/travellers",
                    "/admin/roaming/access",
                    "/admin/roaming/sites",
                    "/admin/roaming/fields?peer=" + b.wwwroot)) {
                page.navigate(a.wwwroot.with(path));
                look(view, path.replaceAll("[?].*", "").replace('/', '-').substring(1));
            }
            visitor.close();
        }
    }

    private void look(View view, String name) {
        if (Boolean.getBoolean("constellation.screens")) {
            String kind = view.width() + "-" + view.language() + (view.dark() ? "-dark" : "");
            visitor.screenshot(Path.of("target", "screens", name + "-" + kind + ".png"));
        }
        assertThat(visitor.accessibilityProblems()).isEmpty();
        assertThat(visitor.complaints()).isEmpty();
        assertThat(visitor.overflows())
                .as("%s at %d px", page.url(), view.width())
                .isFalse();
    }

    /** Where an address of A sends this browser, without going there. */
    private String locationOf(String path) {
        String cookies = page.context().cookies(a.wwwroot.value()).stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + a.wwwroot.uri().getAuthority() + "\r\nUser-Agent: "
                + page.evaluate("navigator.userAgent") + "\r\nCookie: " + cookies + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", a.wwwroot.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> line.startsWith("Location: "))
                    .map(line -> line.substring("Location: ".length()))
                    .findFirst()
                    .orElse("nowhere");
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
