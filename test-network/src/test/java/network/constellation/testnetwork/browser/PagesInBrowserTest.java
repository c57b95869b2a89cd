package network.constellation.testnetwork.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.accounts.OneTimeLinks;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.User;
import network.constellation.peer.platform.UserKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page of the portal in a real browser: wide and narrow, light and dark, in both languages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesInBrowserTest {
    private Scene site;
    private Wwwroot wwwroot;
    private final Map<String, String> pages = new LinkedHashMap<>();

    @BeforeAll
    void open(@TempDir Path data) {
        site = Scene.site(data, "Lycée Amina-Diallo");
        wwwroot = site.wwwroot();
        long somebody = people();
        pages.put("welcome", "/");
        pages.put("login", "/login");
        pages.put("forgot", "/password/forgot");
        pages.put("missing", "/nowhere");
        pages.put(
                "setup",
                site.get(OneTimeLinks.class).setup().substring(wwwroot.value().length()));
        pages.put("home", "/");
        pages.put("account", "/account");
        pages.put("password", "/account/password");
        pages.put("users", "/users?sort=name");
        pages.put("users-none", "/users?q=zzz");
        pages.put("user-new", "/users/new");
        pages.put("user", "/users/" + somebody);
        pages.put("user-suspend", "/users/" + somebody + "/suspend");
        pages.put("import", "/users/import");
        pages.put("site", "/site");
        pages.put("network", "/my/network");
        pages.put("roaming", "/admin/roaming");
        pages.put("roaming-sites", "/admin/roaming/sites");
    }

    private long people() {
        Accounts accounts = site.get(Accounts.class);
        User teacher = site.account("ibrahim.keita", "Ibrahim", "Keita", "editingteacher");
        String[] first = {"Ada", "Léo", "Nour", "Zoé", "Malik", "Inès", "Tom", "Aïcha"};
        String[] last = {"Durand", "Nguyen", "Lefèvre", "Traoré", "O’Neill", "Garcia", "Schmidt"};
        for (int i = 0; i < 56; i++) {
            accounts.create(learner("learner" + i, first[i % first.length], last[i % last.length]), "test");
        }
        site.get(Platform.class)
                .users()
                .create(
                        new UserKey(Wwwroot.of("https://college-b.example.org"), "jonas"),
                        User.MNET,
                        Profile.of("Jonas", "Weber", "jonas@college-b.example.org"));
        accounts.suspend(
                site.get(Platform.class)
                        .users()
                        .findLocal("learner3")
                        .orElseThrow()
                        .id(),
                true,
                "test");
        return teacher.id();
    }

    /** Without a password: the hash of one costs a tenth of a second. */
    private static NewAccount learner(String username, String first, String last) {
        return new NewAccount(
                username,
                Profile.of(first, last, username + "@amina-diallo.example.org"),
                Optional.empty(),
                List.of("student"));
    }

    @AfterAll
    void close() {
        if (site != null) {
            site.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, false, en", "1280, true, fr", "390, false, fr", "390, true, en"})
    void everyPageIsWellInEveryForm(int width, boolean dark, String language) {
        List<String> problems = new ArrayList<>();
        try (Browser.Visitor visitor = site.visitor(new Browser.View(width, dark, language))) {
            boolean signedIn = false;
            for (Map.Entry<String, String> page : pages.entrySet()) {
                if (page.getKey().equals("home") && !signedIn) {
                    site.signIn(visitor.page());
                    signedIn = true;
                }
                visitor.page().navigate(wwwroot.with(page.getValue()));
                visitor.look(width + (dark ? "-dark-" : "-light-") + language + "-" + page.getKey(), problems);
            }
            visitor.page().navigate(wwwroot.with("/users/new"));
            visitor.page().locator("main form button.primary").click();
            visitor.look(width + (dark ? "-dark-" : "-light-") + language + "-errors", problems);
            problems.addAll(visitor.complaints());
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void theKeyboardReachesTheContentAndTheErrorsLeadToTheirFields() {
        try (Browser.Visitor visitor = site.visitor(Browser.View.DESK)) {
            Page page = visitor.page();
            page.navigate(wwwroot.with("/login"));
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus").textContent()).isEqualTo("Skip to the content");
            page.keyboard().press("Enter");
            assertThat(page.url()).endsWith("#main");
            page.locator("main button.primary").click();
            Locator errors = page.getByRole(AriaRole.ALERT);
            assertThat(errors.textContent()).contains("2 things need your attention");
            errors.locator("a").first().click();
            assertThat(page.locator(":focus").getAttribute("id")).isEqualTo("f-username");
        }
    }

    @Test
    void languageAndAppearanceAreKept() {
        try (Browser.Visitor visitor = site.visitor(Browser.View.DESK)) {
            Page page = visitor.page();
            page.navigate(wwwroot.with("/login"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Français"))
                    .click();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("fr");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sombre"))
                    .click();
            page.navigate(wwwroot.with("/password/forgot"));
            assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
            assertThat(page.locator("h1").textContent()).isEqualTo("Mot de passe oublié");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void aListIsSortedNarrowedAndTurnedAndEveryRowOpens() {
        try (Browser.Visitor visitor = site.visitor(Browser.View.DESK)) {
            Page page = visitor.page();
            site.signIn(page);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Users"))
                    .click();
            assertThat(page.locator("tbody tr").count()).isEqualTo(50);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Next"))
                    .click();
            assertThat(page.url()).contains("page=2");
            page.locator("#q").fill("keita");
            page.locator("#q").press("Enter");
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);
            // The whole row opens it, not the name alone.
            page.locator("tbody tr").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Ibrahim Keita");
        }
    }
}
