package network.constellation.peer.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import network.constellation.peer.web.session.Sessions;
import network.constellation.peer.web.testing.PageBrowser;
import network.constellation.peer.web.testing.TestingSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInPagesTest {
    @TempDir
    Path data;

    private TestingSite site;

    @BeforeEach
    void open() {
        site = new TestingSite(data);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theFirstAdministratorComesInByALinkThatWorksOnce() {
        String link = site.get(OneTimeLinks.class).setup();
        String path = link.substring(site.wwwroot().value().length());
        assertThat(site.get(Accounts.class).isSetUp()).isFalse();
        PageBrowser browser = site.browser().get(path);
        assertThat(browser.text()).contains("Set up Lycée Amina", "This link works once");
        browser.submit(path, setup("short", "short"));
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("at least 10 characters");
        browser.submit(path, setup(TestingSite.PASSWORD, TestingSite.PASSWORD));
        assertThat(browser.path()).isEqualTo("/");
        assertThat(browser.text()).contains("Welcome, Amina Diallo", "Users");
        assertThat(site.get(Accounts.class).isSetUp()).isTrue();
        assertThat(site.browser().get(path).status()).isEqualTo(410);
    }

    private static String[] setup(String password, String repeated) {
        return new String[] {
            "firstname",
            "Amina",
            "lastname",
            "Diallo",
            "email",
            "amina@example.org",
            "username",
            "amina",
            "password",
            password,
            "repeated",
            repeated
        };
    }

    @Test
    void aSetupLinkGrowsOldAndANewerOneEndsIt() {
        String first = path(site.get(OneTimeLinks.class).setup());
        String second = path(site.get(OneTimeLinks.class).setup());
        assertThat(site.browser().get(first).status()).isEqualTo(410);
        assertThat(site.browser().get(second).status()).isEqualTo(200);
        site.clock().advance(Duration.ofDays(3));
        assertThat(site.browser().get(second).status()).isEqualTo(410);
    }

    @Test
    void theSessionIsNewAtSignInAndEndsAtSignOut() {
        site.user("bruno");
        PageBrowser browser = site.browser().get("/login");
        browser.plantCookie("s", "a".repeat(64));
        browser.get("/login?wantsurl=/account").submit("/login", login("bruno", TestingSite.PASSWORD));
        assertThat(browser.cookie("s")).hasSize(64).isNotEqualTo("a".repeat(64));
        assertThat(browser.get("/account").text()).contains("My account", "Bruno Martin");
        String old = browser.cookie("s");
        browser.submit("/logout");
        assertThat(browser.text()).contains("You are signed out");
        browser.plantCookie("s", old);
        assertThat(browser.get("/account").path()).startsWith("/login");
    }

    @Test
    void afterSigningInTheWantedPageOpensAndOnlyOneOfThisSite() {
        site.user("bruno");
        PageBrowser browser = site.browser().get("/account?tab=1");
        assertThat(browser.path()).isEqualTo("/login?wantsurl=%2Faccount%3Ftab%3D1");
        browser.submit("/login", "username", "bruno", "password", TestingSite.PASSWORD, "wantsurl", "/account?tab=1");
        assertThat(browser.path()).isEqualTo("/account?tab=1");
        PageBrowser lured = site.browser().get("/login");
        lured.submit("/login", "username", "bruno", "password", TestingSite.PASSWORD, "wantsurl", "//evil.example/x");
        assertThat(lured.path()).isEqualTo("/");
    }

    @Test
    void unknownWrongAndSuspendedGetTheSameAnswer() {
        site.user("bruno");
        site.get(Accounts.class).suspend(site.user("carla").id(), true, "test");
        String unknown = refusal("nobody", TestingSite.PASSWORD);
        assertThat(unknown).contains("do not fit together");
        assertThat(refusal("bruno", "wrong")).isEqualTo(unknown.replace("nobody", "bruno"));
        assertThat(refusal("carla", TestingSite.PASSWORD)).isEqualTo(unknown.replace("nobody", "carla"));
    }

    private String refusal(String username, String password) {
        PageBrowser browser = site.browser().get("/login").submit("/login", login(username, password));
        assertThat(browser.status()).isEqualTo(422);
        return browser.html().replaceAll("value=\"[0-9a-f]{64}\"", "");
    }

    @Test
    void guessingIsSlowedDownByAccountAlsoForNamesThatNobodyHas() {
        site.user("bruno");
        for (String name : new String[] {"bruno", "nobody"}) {
            PageBrowser browser = site.browser().get("/login");
            for (int i = 0; i < 5; i++) {
                browser.submit("/login", login(name, "guess " + i));
            }
            browser.submit("/login", login(name, TestingSite.PASSWORD));
            assertThat(browser.status()).isEqualTo(429);
            assertThat(browser.text()).contains("Too many tries");
        }
        site.clock().advance(Duration.ofSeconds(6));
        assertThat(site.browser("bruno").path()).isEqualTo("/");
    }

    @Test
    void aFormWithoutTheBrowsersOwnTokenIsRefused() {
        site.user("bruno");
        PageBrowser browser = site.browser("bruno");
        browser.get("/account").post("/account", "firstname", "Mallory", "lastname", "X", "email", "m@example.org");
        assertThat(browser.status()).isEqualTo(403);
        assertThat(browser.text()).contains("Nothing was changed", "Reference");
        String stolen = site.browser().get("/login").token();
        browser.post("/account", "csrf", stolen, "firstname", "Mallory", "lastname", "X", "email", "m@example.org");
        assertThat(browser.status()).isEqualTo(403);
        browser.header("Sec-Fetch-Site", "cross-site").get("/account").submit("/account", "firstname", "Mallory");
        assertThat(browser.status()).isEqualTo(403);
        assertThat(site.browser("bruno").get("/account").html()).contains("value=\"Bruno\"");
    }

    @Test
    void sessionsEndWhenUnusedAndAtTheLatestAfterTheirLife() {
        site.user("bruno");
        PageBrowser browser = site.browser("bruno");
        for (int i = 0; i < 7; i++) {
            site.clock().advance(Duration.ofMinutes(100));
            assertThat(browser.get("/account").path()).as("after %d pauses", i).isEqualTo("/account");
        }
        site.clock().advance(Duration.ofMinutes(100));
        assertThat(browser.get("/account").path()).startsWith("/login");
        PageBrowser idle = site.browser("bruno");
        site.clock().advance(Duration.ofMinutes(121));
        assertThat(idle.get("/account").path()).startsWith("/login");
        assertThat(site.get(Sessions.class).sweep()).isPositive();
    }

    private static String[] login(String username, String password) {
        return new String[] {"username", username, "password", password};
    }

    private String path(String link) {
        return link.substring(site.wwwroot().value().length());
    }
}
