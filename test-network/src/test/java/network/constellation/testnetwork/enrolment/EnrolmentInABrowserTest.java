package network.constellation.testnetwork.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.peer.peers.Services;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Scope;
import network.constellation.peer.platform.User;
import network.constellation.peer.platform.UserKey;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import network.constellation.testnetwork.browser.Browser;
import network.constellation.testnetwork.browser.Browser.View;
import network.constellation.testnetwork.browser.Browser.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two sites that a hub joined, whose sub-network adds enrolment: a teacher opens a course, a learner of the other site
 * finds it, enrols, is in it and leaves; an administrator sends people.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EnrolmentInABrowserTest {
    private Browser chromium;
    private TestNetwork network;
    private TestSite home;
    private TestSite school;
    private long course;
    private Visitor visitor;
    private Page page;

    @BeforeAll
    void start(@TempDir Path folder) {
        chromium = Browser.open();
        network = TestNetwork.found(folder);
        home = network.site("home");
        school = network.site("school");
        network.hub().get(SubNetworks.class).create(java.util.Optional.of(1), "Schools", TestNetwork.ACTOR);
        network.hub().get(SubNetworks.class).setServices(1, List.of("mnet_enrol"), TestNetwork.ACTOR);
        network.inviteAndJoin(home, 1);
        network.inviteAndJoin(school, 1);
        network.awaitMesh(2);
        User teacher = Schools.person(school, "curie");
        course = Schools.course(school, teacher, "PHYS", "Physics of stars");
        Schools.person(home, "amina");
        Schools.person(home, "bruno");
        User root = Schools.person(home, "root");
        home.get(Platform.class).users().siteAdministrator(root.id(), true);
    }

    @AfterAll
    void stop() {
        network.close();
        chromium.close();
    }

    private void as(TestSite site, String username, View view) {
        visitor = chromium.visitor(view);
        page = visitor.page();
        Browser.signIn(page, site.wwwroot(), username, Schools.PASSWORD);
    }

    private void link(String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private void button(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private boolean atSchoolWithRole(String username) {
        Platform platform = school.get(Platform.class);
        return platform.users()
                .find(new UserKey(home.wwwroot(), username))
                .filter(user ->
                        !platform.roles().held(user.id(), Scope.course(course)).isEmpty())
                .isPresent();
    }

    @Test
    @Order(1)
    void aTeacherOpensACourseAndALearnerOfTheOtherSiteIsInItInOneClick() {
        assertThat(home.get(Services.class).table().subscribes(school.wwwroot(), "mnet_enrol"))
                .as("agreed by the hub for the sub-network")
                .isTrue();
        as(school, "curie", View.DESK);
        page.navigate(school.wwwroot().with("/course/view.php?id=" + course));
        link("Open to other sites");
        button("Open");
        assertThat(page.locator("main").textContent()).contains("All connected sites", "As many as come");
        visitor.close();

        as(home, "amina", View.DESK);
        page.navigate(home.wwwroot().with("/my/network"));
        page.fill("#find-q", "stars");
        button("Search");
        link("Physics of stars");
        button("Enrol and go there");
        page.waitForURL(school.wwwroot().with("/course/view.php?id=" + course));
        assertThat(page.locator("main").textContent()).contains("Physics of stars");
        assertThat(atSchoolWithRole("amina")).isTrue();
        page.navigate(school.wwwroot().with("/my/network/courses"));
        assertThat(page.locator("main").textContent()).contains("You are a guest here");

        page.navigate(home.wwwroot().with("/my/network/courses"));
        assertThat(page.locator("main").textContent()).contains("I am in it");
        link("Physics of stars");
        link("Leave the course");
        button("Leave the course");
        assertThat(page.locator("body").textContent()).contains("You have left the course.");
        assertThat(atSchoolWithRole("amina")).isFalse();
        visitor.close();
    }

    @Test
    @Order(2)
    void anAdministratorSendsSeveralPeopleAndTakesOneBack() {
        as(home, "root", View.DESK);
        page.navigate(home.wwwroot().with("/admin/enrolment"));
        link("Site SCHOOL");
        button("Ask again now");
        link("Physics of stars");
        page.fill("textarea[name=users]", "amina, bruno, nobody");
        button("Enrol");
        assertThat(page.locator("main").textContent()).contains("No account of this site is called: nobody");
        assertThat(atSchoolWithRole("amina")).isFalse();
        page.fill("textarea[name=users]", "amina, bruno");
        button("Enrol");
        assertThat(page.locator("body").textContent()).contains("Enrolled: 2.");
        assertThat(atSchoolWithRole("amina") && atSchoolWithRole("bruno")).isTrue();
        button("Remove bruno");
        assertThat(atSchoolWithRole("bruno")).isFalse();
        visitor.close();
    }

    @Test
    @Order(3)
    void pagesAreReadableOnAPhoneInTheDarkInFrench() {
        String there = "site=" + school.wwwroot() + "&course=" + course;
        String peer = "peer=" + school.wwwroot();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("network", "/my/network");
        pages.put("find", "/my/network/courses");
        pages.put("course", "/my/network/courses/course?" + there);
        pages.put("sites", "/admin/enrolment");
        pages.put("site", "/admin/enrolment/site?" + peer);
        pages.put("send", "/admin/enrolment/course?" + peer + "&course=" + course);
        pages.put("openings", "/courses/open");
        for (View view : List.of(View.DESK, new View(390, true, "fr"))) {
            as(home, "root", view);
            pages.forEach((name, path) -> {
                page.navigate(home.wwwroot().with(path));
                look(view, name);
            });
            visitor.close();
            as(school, "curie", view);
            look(view, "teacher-home");
            page.navigate(school.wwwroot().with("/courses/open/" + course));
            look(view, "opening");
            visitor.close();
        }
    }

    private void look(View view, String name) {
        if (Boolean.getBoolean("constellation.screens")) {
            String kind = view.width() + "-" + view.language() + (view.dark() ? "-dark" : "");
            visitor.screenshot(Path.of("target", "screens", "enrolment-" + name + "-" + kind + ".png"));
        }
        assertThat(visitor.accessibilityProblems()).as(name).isEmpty();
        assertThat(visitor.complaints()).as(name).isEmpty();
        assertThat(visitor.overflows())
                .as("%s at %d px", page.url(), view.width())
                .isFalse();
    }
}
