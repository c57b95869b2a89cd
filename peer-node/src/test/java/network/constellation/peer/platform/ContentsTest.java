package network.constellation.peer.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.files.ContentHash;
import network.constellation.peer.store.EachDatabase;
import network.constellation.peer.web.testing.TestingSite;
import org.junit.jupiter.api.io.TempDir;

/** What is in a course, and who has done what of it, on both databases. */
class ContentsTest {
    private static final ContentHash CAT = new ContentHash("ca".repeat(32));

    @TempDir
    Path data;

    @EachDatabase
    void aCourseHasExactlyWhatItWasGivenLast(ConfigReader database) {
        try (TestingSite site = new TestingSite(data, database)) {
            Platform platform = site.get(Platform.class);
            long category = platform.courses().categories().get(0).id();
            Course course = platform.courses().create(CourseDraft.of("cats", "Cats", category));
            CourseContents contents = platform.contents();
            assertThat(contents.outline(course.id())).isEqualTo(CourseOutline.empty());
            CourseFile picture = CourseFile.of("content", "a/cat.png", CAT, 12, "image/png");
            CourseActivity page =
                    CourseActivity.of("1", "page", "One", "<p>“1”</p>").files(List.of(picture, picture));
            contents.replace(
                    course.id(),
                    new CourseOutline(
                            List.of(
                                    new CourseSection("A", "s", true, List.of(page), List.of(picture)),
                                    CourseSection.of("B", List.of(CourseActivity.of("2", "url", "Two", "")))),
                            List.of(picture)));
            CourseOutline outline = contents.outline(course.id());
            assertThat(outline.sections()).extracting(CourseSection::title).containsExactly("A", "B");
            assertThat(outline.allFiles()).hasSize(4);
            assertThat(contents.totals()).isEqualTo(new CourseContents.FileTotals(4, 48));
            CourseActivity one = outline.activities().get(0);
            CourseActivity two = outline.activities().get(1);
            assertThat(one.files()).extracting(CourseFile::path).containsExactly("a/cat.png", "a/cat.png");
            assertThat(contents.activity(one.id()).orElseThrow().course()).isEqualTo(course.id());
            assertThat(contents.file(one.files().get(0).id()).orElseThrow().visible())
                    .isTrue();

            User lea = site.user("lea");
            Completion completion = platform.completion();
            assertThat(completion.complete(lea.id(), one.id(), true)).isTrue();
            assertThat(completion.complete(lea.id(), one.id(), true)).isFalse();
            assertThat(completion.complete(lea.id(), two.id(), true)).isTrue();
            assertThat(completion.progress(lea.id(), course.id())).isEqualTo(new Completion.Progress(2, 2));
            assertThat(completion.countSince(Instant.EPOCH)).isEqualTo(2);

            // A new version: Two goes, One moves and keeps what was done, Three comes and is hidden.
            contents.replace(
                    course.id(),
                    CourseOutline.of(List.of(CourseSection.of(
                            "C",
                            List.of(
                                    CourseActivity.of("3", "quiz", "Three", "").visible(false),
                                    CourseActivity.of("1", "page", "One again", "new"))))));
            CourseOutline changed = contents.outline(course.id());
            assertThat(changed.activities()).extracting(CourseActivity::title).containsExactly("Three", "One again");
            assertThat(changed.activities().get(1).id()).isEqualTo(one.id());
            assertThat(completion.of(lea.id(), course.id())).containsOnlyKeys(one.id());
            assertThat(completion.progress(lea.id(), course.id())).isEqualTo(new Completion.Progress(1, 1));
            assertThat(completion.accounts(course.id()))
                    .extracting(Completion.Account::user)
                    .containsExactly(lea.id());
            assertThat(contents.uses(CAT)).isFalse();
            assertThat(completion.complete(lea.id(), one.id(), false)).isTrue();
            assertThat(completion.complete(lea.id(), one.id(), false)).isFalse();

            contents.track(one.id(), CompletionTracking.NONE);
            assertThatThrownBy(() -> completion.complete(lea.id(), one.id(), true))
                    .isInstanceOf(PlatformException.class)
                    .hasMessage("Nobody keeps account of whether this activity is done.");
            assertThatThrownBy(() -> completion.complete(lea.id(), two.id(), true))
                    .hasMessage("There is no such activity.");
            assertThatThrownBy(() -> contents.replace(999_999, CourseOutline.empty()))
                    .hasMessage("There is no such course.");
            platform.courses().delete(course.id());
            assertThat(contents.outline(course.id())).isEqualTo(CourseOutline.empty());
        }
    }
}
