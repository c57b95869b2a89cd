package network.constellation.peer.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import network.constellation.peer.files.ContentStore;
import network.constellation.peer.files.StoredContent;
import network.constellation.peer.packages.PackagesModule;
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
import network.constellation.peer.usage.Usage;
import network.constellation.peer.usage.UsageDay;
import network.constellation.peer.web.testing.PageBrowser;
import network.constellation.peer.web.testing.TestingSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A learner opens her course, reads, fetches a file, says what is done; her teacher sees it; strangers see nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LearnersPagesTest {
    private static final String SCRIPT = "<script>alert(1)</script>";

    private TestingSite site;
    private Platform platform;
    private Course course;
    private Course hidden;
    private List<CourseActivity> activities;
    private PageBrowser learner;
    private PageBrowser teacher;
    private PageBrowser stranger;

    @BeforeAll
    void open(@TempDir Path data) throws IOException {
        site = new TestingSite(data, new PackagesModule(), new LearningModule());
        platform = site.get(Platform.class);
        long category = platform.courses().categories().get(0).id();
        course = platform.courses()
                .create(CourseDraft.of("cats", "Cats " + SCRIPT, category)
                        .summary("<p onclick=\"x()\">About <em>cats</em></p>" + SCRIPT));
        hidden = platform.courses()
                .create(CourseDraft.of("dogs", "Dogs", category).visible(false));
        platform.contents().replace(course.id(), outline());
        activities = platform.contents().outline(course.id()).activities();
        User lea = site.user("lea");
        User tom = site.user("tom");
        site.user("sam");
        enrol(lea, "student", course);
        enrol(lea, "student", hidden);
        enrol(tom, "editingteacher", course);
        learner = site.browser("lea");
        teacher = site.browser("tom");
        stranger = site.browser("sam");
    }

    private void enrol(User user, String role, Course into) {
        platform.enrolments().enrol(user.id(), into.id(), role, Enrolment.MANUAL, Optional.empty(), Optional.empty());
    }

    private CourseFile file(String area, String path, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        StoredContent stored = site.get(ContentStore.class).put(new ByteArrayInputStream(bytes), bytes.length);
        return CourseFile.of(area, path, stored.hash(), stored.size(), "text/html");
    }

    private CourseOutline outline() throws IOException {
        return CourseOutline.of(List.of(
                CourseSection.of(
                        "",
                        List.of(
                                CourseActivity.of(
                                                "7",
                                                "page",
                                                "Whiskers " + SCRIPT,
                                                "<h1>Big</h1><p>See <img src=\"@@PLUGINFILE@@/a%20b/cat.png\">, <a"
                                                        + " href=\"$@RESOURCEVIEWBYID*8@$\">the file</a>, <a"
                                                        + " href=\"javascript:alert(1)\">this</a>"
                                                        + "<img src=\"https://tracker.example/x.gif\" alt=\"far\">"
                                                        + "<iframe src=\"https://video.example/1\"></iframe></p>"
                                                        + SCRIPT)
                                        .files(List.of(file("content", "a b/cat.png", "not really a picture"))),
                                CourseActivity.of("8", "resource", "The file", "")
                                        .files(List.of(file("content", "evil.html", SCRIPT)))
                                        .tracking(CompletionTracking.VIEW))),
                CourseSection.of(
                        "Later",
                        List.of(
                                CourseActivity.of("9", "quiz", "Test", "").tracking(CompletionTracking.NONE),
                                CourseActivity.of("10", "page", "Secret", "not yet")
                                        .visible(false)))));
    }

    @AfterAll
    void close() {
        site.close();
    }

    private String page(int number) {
        return "/course/activity/" + activities.get(number).id();
    }

    private String file(int activity) {
        CourseFile file = activities.get(activity).files().get(0);
        return CourseLinks.path(file);
    }

    @Test
    @Tag("CC-39")
    void theOutlineIsShownAndNothingOfItRuns() {
        learner.get("/course/view.php?id=" + course.id());
        assertThat(learner.status()).isEqualTo(200);
        assertThat(learner.text())
                .contains("Whiskers", "The file", "Later", "Quiz")
                .doesNotContain("Secret");
        assertThat(learner.html())
                .doesNotContain("<script>alert")
                .doesNotContain("onclick")
                .contains("&lt;script&gt;alert(1)")
                .contains("<em>cats</em>");
        teacher.get("/course/view.php?id=" + course.id());
        assertThat(teacher.text()).contains("Secret", "Hidden");
    }

    @Test
    @Tag("CC-39")
    void anActivityIsCleanedAndItsLinksLeadHere() {
        learner.get(page(0));
        assertThat(learner.status()).isEqualTo(200);
        assertThat(learner.html())
                .contains("src=\"" + file(0) + "\"")
                .contains("href=\"" + page(1) + "\"")
                .contains("href=\"https://video.example/1\"")
                .contains("href=\"https://tracker.example/x.gif\"")
                .contains("<h3>Big</h3>")
                .doesNotContain("javascript:")
                .doesNotContain("<iframe")
                .doesNotContain("<script>alert")
                .doesNotContain("src=\"https://tracker");
        assertThat(learner.header("Content-Security-Policy"))
                .contains("script-src 'self'")
                .contains("media-src 'self'");
    }

    @Test
    void filesOpenInRangesAndCannotActInOurName() {
        learner.get(file(0));
        assertThat(learner.html()).isEqualTo("not really a picture");
        assertThat(learner.header("Content-Type")).isEqualTo("image/png");
        assertThat(learner.header("Content-Security-Policy")).contains("sandbox");
        learner.get(file(1));
        assertThat(learner.status()).isEqualTo(200);
        assertThat(learner.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(learner.header("Content-Disposition")).startsWith("attachment; filename=\"evil.html\"");
        assertThat(learner.header("X-Content-Type-Options")).isEqualTo("nosniff");
        PageBrowser ranged = site.browser("lea").header("Range", "bytes=4-9").get(file(0));
        assertThat(ranged.status()).isEqualTo(206);
        assertThat(ranged.html()).isEqualTo("really");
    }

    @Test
    void strangersSeeWhatTheCourseIsAboutAndNothingInside() {
        stranger.get("/course/view.php?id=" + course.id());
        assertThat(stranger.text()).contains("About cats", "You have no role").doesNotContain("Whiskers");
        assertThat(stranger.get(page(0)).status()).isEqualTo(404);
        assertThat(stranger.get(file(0)).status()).isEqualTo(404);
        assertThat(stranger.get("/course/progress/" + course.id()).status()).isEqualTo(403);
        assertThat(learner.get("/course/progress/" + course.id()).status()).isEqualTo(403);
        assertThat(site.browser().get(file(0)).path()).startsWith("/login");
        assertThat(learner.get("/course/view.php?id=" + hidden.id()).status()).isEqualTo(404);
        assertThat(learner.get(page(3)).status()).isEqualTo(404);
        assertThat(learner.get("/course/view.php?id=abc").status()).isEqualTo(404);
    }

    @Test
    void whatIsDoneIsKeptAndTheTeacherSeesIt() {
        assertThat(learner.get("/").text()).contains("My courses", "Cats");
        learner.get(page(0));
        learner.submit(page(0) + "/done", "done", "1");
        assertThat(learner.text()).contains("Marked as done.");
        learner.get(page(1));
        learner.get("/course/view.php?id=" + course.id());
        assertThat(learner.text()).contains("All 2 done");
        assertThat(learner.get(page(2)).text()).doesNotContain("Mark as done");
        assertThat(teacher.get("/course/progress/" + course.id()).text()).contains("Lea Martin", "2 of 2");
        String csv =
                teacher.get("/course/progress/" + course.id() + "?format=csv").html();
        assertThat(csv).contains("Lea Martin").contains("2 of 2");
        UsageDay day = site
                .get(Usage.class)
                .days(site.get(Usage.class).today(), site.get(Usage.class).today())
                .stream()
                .filter(row -> row.kind().label().equals("complete"))
                .findFirst()
                .orElseThrow();
        assertThat(day.events()).isEqualTo(2);
        learner.get(page(0)).submit(page(0) + "/done", "done", "0");
        assertThat(learner.text()).contains("No longer marked as done.");
        teacher.get(page(2)).submit(page(2) + "/tracking", "tracking", "manual");
        assertThat(teacher.text()).contains("Saved.");
        assertThat(learner.get(page(2)).text()).contains("Mark as done");
        platform.contents().track(activities.get(2).id(), CompletionTracking.NONE);
    }
}
