package network.constellation.testnetwork.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.courses.CourseSettings;
import network.constellation.peer.courses.NodeRole;
import network.constellation.peer.courses.NodeRoles;
import network.constellation.peer.packages.PackageContainer;
import network.constellation.peer.packages.PackageDraft;
import network.constellation.peer.packages.PackageWriter;
import network.constellation.peer.platform.CourseActivity;
import network.constellation.peer.platform.CourseOutline;
import network.constellation.peer.platform.CourseSection;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.User;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import network.constellation.testnetwork.browser.Browser;
import network.constellation.testnetwork.browser.Browser.View;
import network.constellation.testnetwork.browser.Browser.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A teacher publishes at the factory, a colleague deploys the course to her school, a learner of another school finds it,
 * enrols, roams there and does an activity, and the report of the hub counts all of it. Four people, each by clicking.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CourseStoryInBrowserTest {
    private static final String PASSWORD = "four words are better";
    private static final String COURSE = "Rivers and bridges";

    private final List<String> problems = new ArrayList<>();
    private Browser chromium;
    private TestNetwork network;
    private TestSite factory;
    private TestSite library;
    private TestSite school;
    private TestSite other;
    private Path packageFile;
    private Visitor visitor;
    private Page page;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        chromium = Browser.open();
        network = TestNetwork.found(folder);
        factory = network.site("factory");
        library = network.site("library");
        school = network.site("school");
        other = network.site("other");
        SubNetworks subNetworks = network.hub().get(SubNetworks.class);
        subNetworks.create(Optional.of(1), "Authors and schools", TestNetwork.ACTOR);
        subNetworks.create(Optional.of(2), "Schools", TestNetwork.ACTOR);
        subNetworks.setServices(2, List.of("mnet_enrol"), TestNetwork.ACTOR);
        for (TestSite site : List.of(factory, library, school)) {
            network.inviteAndJoin(site, 1);
        }
        network.inviteAndJoin(other, 2);
        subNetworks.join(2, school.wwwroot(), TestNetwork.ACTOR);
        network.awaitMesh(8);
        role(factory, NodeRole.FACTORY);
        role(library, NodeRole.CATALOG);
        role(school, NodeRole.LEARNING_AREA);
        person(factory, "theo", "coursecreator");
        person(school, "sara", "coursecreator");
        person(other, "lena");
        person(network.hub(), "ada", Accounts.ADMIN);
        packageFile = written(folder.resolve("rivers.mbz"));
    }

    private static void role(TestSite site, NodeRole role) {
        long shelf = site.get(Platform.class)
                .courses()
                .createCategory("Geography", "", "", 0)
                .id();
        site.get(CourseSettings.class).setDeployCategory(Optional.of(shelf), TestNetwork.ACTOR);
        site.get(CourseSettings.class).setDefaultRole("editingteacher", TestNetwork.ACTOR);
        site.get(CourseSettings.class).setRoles(NodeRoles.of(role), TestNetwork.ACTOR);
    }

    private static User person(TestSite site, String username, String... roles) {
        return site.get(Accounts.class)
                .create(
                        new NewAccount(
                                username,
                                Profile.of(username, "Martin", username + "@example.org"),
                                Optional.of(PASSWORD),
                                List.of(roles)),
                        TestNetwork.ACTOR);
    }

    private Path written(Path file) throws IOException {
        CourseOutline outline = CourseOutline.of(List.of(CourseSection.of(
                "Water",
                List.of(
                        CourseActivity.of("11", "page", "Why rivers bend", "<p>Slow inside, quick outside.</p>"),
                        CourseActivity.of("12", "page", "Three kinds of bridge", "<p>Beam, arch, rope.</p>")))));
        PackageDraft draft = PackageDraft.of(
                COURSE,
                "RIVERS",
                "<p>How water and people cross.</p>",
                factory.wwwroot().value(),
                Instant.parse("2026-09-01T08:00:00Z"),
                outline);
        try (OutputStream out = Files.newOutputStream(file)) {
            new PackageWriter(draft, hash -> InputStream.nullInputStream()).write(PackageContainer.ZIP, out);
        }
        return file;
    }

    @AfterAll
    void stop() {
        if (network != null) {
            network.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private void as(TestSite site, String username) {
        visitor = chromium.visitor(View.DESK);
        page = visitor.page();
        page.navigate(site.wwwroot().value());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in"))
                .first()
                .click();
        page.fill("input[name=username]", username);
        page.fill("input[name=password]", PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL(site.wwwroot().with("/"));
    }

    private void done() {
        problems.addAll(visitor.complaints());
        visitor.close();
    }

    private void link(String name) {
        named(AriaRole.LINK, name).click();
    }

    private void button(String name) {
        named(AriaRole.BUTTON, name).click();
    }

    private Locator named(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    @Test
    void aCourseTravelsFromItsAuthorToALearnerAndTheHubCountsIt() {
        teacherPublishes();
        colleagueDeploysAndOpens();
        learnerFindsEnrolsAndLearns();
        reportShowsIt();
        assertThat(problems).isEmpty();
    }

    private void teacherPublishes() {
        as(factory, "theo");
        link("Catalog");
        button("Ask the catalogs again");
        link("Courses of this site");
        page.setInputFiles("input[name=package]", packageFile);
        button("Add to the shelf");
        button("Publish version 1");
        named(AriaRole.LINK, "Open the course").waitFor();
        assertThat(page.locator("main").textContent()).contains("Done");
        done();
    }

    private void colleagueDeploysAndOpens() {
        as(school, "sara");
        link("Catalog");
        button("Ask the catalogs again");
        link(COURSE);
        assertThat(page.locator("main").textContent())
                .contains("What will happen", "It will stand in the category \"Geography\"", "Why rivers bend");
        button("Deploy to my site");
        link("Open the course");
        page.waitForURL(school.wwwroot().with("/course/view.php**"));
        assertThat(page.locator("main").textContent()).contains(COURSE, "Three kinds of bridge");
        link("Home");
        openToOthers();
        done();
    }

    private void openToOthers() {
        page.locator("main a[href*='/courses/open/']").first().click();
        assertThat(page.locator("h1").textContent()).isEqualTo(COURSE);
        page.check("input[name=self]");
        button("Open");
        assertThat(page.locator("main").textContent()).contains("All connected sites", "The course is open");
    }

    private void learnerFindsEnrolsAndLearns() {
        as(other, "lena");
        page.fill("#find-q", "bridges");
        button("Search");
        link(COURSE);
        button("Enrol and go there");
        page.waitForURL(school.wwwroot().with("/course/view.php**"));
        assertThat(page.locator("main").textContent()).contains(COURSE, "0 of 2 done");
        link("Why rivers bend");
        button("Mark as done");
        page.getByText("Marked as done.").waitFor();
        link("Course");
        assertThat(page.locator("main").textContent()).contains("1 of 2 done");
        done();
    }

    private void reportShowsIt() {
        as(network.hub(), "ada");
        link("Report");
        button("Ask the sites now");
        page.getByText("The sites were asked").waitFor();
        assertThat(figure("Courses published")).isEqualTo("1");
        assertThat(figure("Courses deployed")).isEqualTo("1");
        assertThat(figure("Copies of courses")).isEqualTo("1");
        assertThat(figure("New enrolments")).isEqualTo("1");
        assertThat(figure("Completions")).isEqualTo("1");
        assertThat(figure("Went to other sites")).isEqualTo("1");
        Locator journey = page.locator("section[aria-labelledby=roaming] tbody tr");
        assertThat(journey.allTextContents())
                .singleElement()
                .satisfies(row -> assertThat(row).contains("Site OTHER", "Site SCHOOL", "1"));
        done();
    }

    private String figure(String name) {
        return page.locator("section[aria-labelledby=totals] tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(name, new Page.GetByTextOptions().setExact(true))))
                .locator("td")
                .nth(1)
                .textContent()
                .strip();
    }
}
