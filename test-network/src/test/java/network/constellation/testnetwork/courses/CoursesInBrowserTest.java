package network.constellation.testnetwork.courses;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.app.Assembly;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.courses.CourseCopy;
import network.constellation.peer.courses.CourseShelf;
import network.constellation.peer.node.Node;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.testnetwork.browser.Browser;
import network.constellation.testnetwork.browser.Browser.View;
import network.constellation.testnetwork.browser.Browser.Visitor;
import network.constellation.testnetwork.vectors.VectorFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What people do with courses, in a real browser: settle the roles, upload, publish, find, try out, deploy. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoursesInBrowserTest {
    private static final String PASSWORD = "four words are better";

    private Browser browser;
    private Node node;
    private TenantLease site;
    private Wwwroot wwwroot;
    private Path folder;

    @BeforeAll
    void start(@TempDir Path data) {
        Assumptions.assumeTrue(VectorFolder.find().isPresent());
        folder = data;
        browser = Browser.open();
        node = Assembly.builder(data.resolve("node"))
                .config(ConfigReader.empty().with("door.port", 0).with("door.bind", "127.0.0.1"))
                .build()
                .start();
        wwwroot = Wwwroot.of("http://localhost:" + node.port());
        node.tenants().add(wwwroot, "School");
        site = node.tenants().open(wwwroot);
        account("alma", List.of(Accounts.ADMIN));
        account("theo", List.of("coursecreator"));
        account("lea", List.of("student"));
    }

    private void account(String username, List<String> roles) {
        site.get(Accounts.class)
                .create(
                        new NewAccount(
                                username,
                                Profile.of(username, "X", username + "@example.org"),
                                Optional.of(PASSWORD),
                                roles),
                        "test");
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
            site.close();
            node.close();
        }
    }

    private Visitor signIn(String username, View view) {
        Visitor visitor = browser.visitor(view);
        Page page = visitor.page();
        page.navigate(wwwroot.with("/login"));
        page.fill("input[name=username]", username);
        page.fill("input[name=password]", PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL(wwwroot.with("/"));
        return visitor;
    }

    private Path sample(String name) throws IOException {
        return Files.write(folder.resolve(name), CourseWorld.sample(name));
    }

    private static void press(Page page, String words) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words))
                .first()
                .click();
    }

    @Test
    @Tag("CC-39")
    void fromTheUploadToTheCopy() throws IOException {
        List<String> problems = new ArrayList<>();
        try (Visitor admin = signIn("alma", View.DESK)) {
            Page page = admin.page();
            page.navigate(wwwroot.with("/site/courses"));
            for (String role : List.of("factory", "catalog", "learningarea")) {
                page.check("#f-" + role);
            }
            page.selectOption("#f-category", "1");
            press(page, "Save");
            assertThat(page.content()).contains("Saved.");
            admin.look("courses-settings", problems);
        }
        try (Visitor teacher = signIn("theo", View.DESK)) {
            Page page = teacher.page();
            page.navigate(wwwroot.with("/catalog/shelf"));
            page.setInputFiles("input[name=package]", sample("course-tgz-41dev-with-users.mbz"));
            press(page, "Add to the shelf");
            assertThat(page.content()).contains("The package was not taken");
            teacher.look("courses-refused", problems);
            page.setInputFiles("input[name=package]", sample("course-tgz-32-with-files.mbz"));
            press(page, "Add to the shelf");
            assertThat(page.content()).contains("is on the shelf as version 1");
            teacher.look("courses-own", problems);
            press(page, "Publish version 1");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the course"))
                    .waitFor();
            teacher.look("courses-order", problems);

            page.navigate(wwwroot.with("/catalog?q=DEADLOCK+folder"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Deadlock Backup"))
                    .click();
            assertThat(page.content()).contains("What will happen", "SCORM package", "3.2.4+");
            assertThat(page.locator("dl.facts").innerText())
                    .contains(page.locator(".brand").innerText().strip())
                    .doesNotContain(wwwroot.value());
            teacher.look("courses-course", problems);
            page.waitForResponse(
                    response -> response.url().contains("/check"), () -> page.selectOption("#f-category", "1"));
            press(page, "Deploy to my site");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the course"))
                    .waitFor();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the course"))
                    .click();
            assertThat(page.url()).contains("/course/view.php?id=");
            assertThat(page.content()).contains("Deadlock Backup");
        }
        List<CourseCopy> copies = site.get(CourseShelf.class).deployed();
        assertThat(copies).hasSize(1);
        assertThat(site.get(Platform.class).courses().find(copies.get(0).course()))
                .isPresent();
        try (Visitor learner = signIn("lea", new View(390, true, "fr"))) {
            Page page = learner.page();
            page.navigate(wwwroot.with("/catalog"));
            learner.look("courses-catalog-fr", problems);
            assertThat(page.getByText("Cours de ce site").count()).isZero();
            page.locator(".places a[href='/my/network']").click();
            assertThat(page.locator("h1").innerText()).isEqualTo("Mon réseau");
            assertThat(page.locator(".places a[aria-current]").innerText()).isEqualTo("Mon réseau");
            page.navigate(wwwroot.with("/catalog"));
            assertThat(page.navigate(wwwroot.with("/catalog/shelf")).status()).isEqualTo(403);
        }
        assertThat(problems).isEmpty();
    }
}
