package network.constellation.testnetwork.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.peer.files.ContentStore;
import network.constellation.peer.files.StoredContent;
import network.constellation.peer.platform.CompletionTracking;
import network.constellation.peer.platform.Course;
import network.constellation.peer.platform.CourseActivity;
import network.constellation.peer.platform.CourseDraft;
import network.constellation.peer.platform.CourseFile;
import network.constellation.peer.platform.CourseOutline;
import network.constellation.peer.platform.CourseSection;
import network.constellation.peer.platform.Enrolment;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of a course as learner and teacher see them, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoursesInBrowserTest {
    private static final byte[] DOT = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private Scene scene;
    private Course course;
    private Course other;
    private List<CourseActivity> activities = List.of();

    @BeforeAll
    void open(@TempDir Path data) throws IOException {
        scene = Scene.site(data, "Lycée Amina-Diallo");
        Platform platform = scene.get(Platform.class);
        long category = platform.courses().categories().get(0).id();
        course = platform.courses()
                .create(CourseDraft.of("CHATS", "Tout sur les chats, leurs moustaches et leurs siestes", category)
                        .summary("<p>Vingt pages sur <strong>les chats</strong>, avec des <em>images</em>.</p>"));
        other = platform.courses()
                .create(CourseDraft.of("CHIENS", "Les chiens", category).summary("<p>Ouaf.</p>"));
        platform.contents().replace(course.id(), outline());
        activities = platform.contents().outline(course.id()).activities();
        enrol(scene.account("lea", "Léa", "Durand"), "student", course);
        enrol(scene.account("tom", "Tom", "Nguyen"), "editingteacher", course);
        for (int i = 0; i < 12; i++) {
            User learner = scene.account("learner" + i, "Ada", "Numéro " + i);
            enrol(learner, "student", course);
            platform.completion().complete(learner.id(), activities.get(0).id(), true);
        }
    }

    private void enrol(User user, String role, Course into) {
        scene.get(Platform.class)
                .enrolments()
                .enrol(user.id(), into.id(), role, Enrolment.MANUAL, Optional.empty(), Optional.empty());
    }

    private CourseFile file(String path, byte[] content) throws IOException {
        StoredContent stored = scene.get(ContentStore.class).put(new ByteArrayInputStream(content), content.length);
        return CourseFile.of("content", path, stored.hash(), stored.size(), "");
    }

    private CourseOutline outline() throws IOException {
        byte[] text = "Miaou.".getBytes(StandardCharsets.UTF_8);
        String lesson = "<h1>Les moustaches</h1><p>Un chat <a href=\"https://example.org\">en a</a> vingt-quatre.</p>"
                + "<img src=\"@@PLUGINFILE@@/img/dot.png\" width=\"120\" height=\"40\">"
                + "<table><tr><th>Côté</th><th>Nombre</th></tr><tr><td>gauche</td><td>12</td></tr></table>"
                + "<iframe src=\"https://video.example.org/une-adresse-vraiment-tres-longue-sans-aucun-espace"
                + "-qui-ne-tient-pas-sur-un-telephone\"></iframe>";
        return CourseOutline.of(List.of(
                CourseSection.of(
                        "",
                        List.of(
                                CourseActivity.of("1", "page", "Les moustaches", lesson)
                                        .files(List.of(file("img/dot.png", DOT))),
                                CourseActivity.of("2", "label", "Note", "<p>Lisez d’abord la page.</p>")
                                        .tracking(CompletionTracking.NONE),
                                CourseActivity.of("3", "folder", "Documents", "")
                                        .files(List.of(file("textes/miaou.txt", text), file("textes/ronron.txt", text)))
                                        .tracking(CompletionTracking.VIEW))),
                CourseSection.of(
                        "Les siestes",
                        List.of(
                                CourseActivity.of("4", "quiz", "Quelle durée ?", "")
                                        .intro("<p>Dix questions.</p>"),
                                CourseActivity.of("5", "page", "Pas encore prêt", "")
                                        .visible(false)))));
    }

    @AfterAll
    void close() {
        if (scene != null) {
            scene.close();
        }
    }

    private void signIn(Page page, String username) {
        Browser.signIn(page, scene.wwwroot(), username, Scene.PASSWORD);
    }

    private Map<String, String> pages(boolean teacher) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "/");
        pages.put("view", "/course/view.php?id=" + course.id());
        pages.put("page", "/course/activity/" + activities.get(0).id());
        pages.put("folder", "/course/activity/" + activities.get(2).id());
        pages.put("quiz", "/course/activity/" + activities.get(3).id());
        pages.put("outside", "/course/view.php?id=" + other.id());
        if (teacher) {
            pages.put("progress", "/course/progress/" + course.id());
            pages.put("hidden", "/course/activity/" + activities.get(4).id());
        }
        return pages;
    }

    @ParameterizedTest
    @CsvSource({"1280, false, en, tom", "1280, true, fr, lea", "390, false, fr, tom", "390, true, en, lea"})
    void everyPageIsWellInEveryForm(int width, boolean dark, String language, String who) {
        List<String> problems = new ArrayList<>();
        try (Browser.Visitor visitor = scene.visitor(new Browser.View(width, dark, language))) {
            signIn(visitor.page(), who);
            pages(who.equals("tom")).forEach((name, path) -> {
                visitor.page().navigate(scene.wwwroot().with(path));
                visitor.look(width + "-" + language + "-course-" + name, problems);
            });
            problems.addAll(visitor.complaints());
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void aLearnerReadsAndSaysWhatIsDone() {
        try (Browser.Visitor visitor = scene.visitor(Browser.View.DESK)) {
            Page page = visitor.page();
            signIn(page, "lea");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tout sur les chats"))
                    .click();
            page.locator(".step").first().click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Les moustaches");
            page.waitForFunction("document.querySelector('.prose img').naturalWidth === 1");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mark as done"))
                    .focus();
            page.keyboard().press("Enter");
            page.getByText("Marked as done.").waitFor();
            assertThat(page.locator(".head .badge").textContent()).contains("Done");
            assertThat(visitor.complaints()).isEmpty();
        }
    }
}
