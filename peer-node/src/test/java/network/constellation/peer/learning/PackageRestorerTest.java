package network.constellation.peer.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.peer.files.ContentStore;
import network.constellation.peer.files.StoredContent;
import network.constellation.peer.packages.OpenedPackage;
import network.constellation.peer.packages.PackageFile;
import network.constellation.peer.packages.PackageReader;
import network.constellation.peer.packages.PackageRefusedException;
import network.constellation.peer.packages.PackagesModule;
import network.constellation.peer.platform.CompletionTracking;
import network.constellation.peer.platform.Course;
import network.constellation.peer.platform.CourseActivity;
import network.constellation.peer.platform.CourseFile;
import network.constellation.peer.platform.CourseOutline;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.web.testing.TestingSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Genuine packages become courses of the platform, their files byte for byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackageRestorerTest {
    private TestingSite site;
    private PackageRestorer restorer;
    private Platform platform;
    private ContentStore store;
    private long category;

    @TempDir
    Path folder;

    @BeforeAll
    void open(@TempDir Path data) {
        site = new TestingSite(data, new PackagesModule(), new LearningModule());
        restorer = site.get(PackageRestorer.class);
        platform = site.get(Platform.class);
        store = site.get(ContentStore.class);
        category = platform.courses().categories().get(0).id();
    }

    @AfterAll
    void close() {
        site.close();
    }

    private static Path real(String name) {
        String shared = System.getenv("CONSTELLATION_SHARED");
        Path beside = Path.of(System.getProperty("constellation.root", "."))
                .resolve("../shared/vectors/mbz")
                .normalize();
        Path folder = Files.isDirectory(beside) || shared == null ? beside : Path.of(shared, "vectors/mbz");
        boolean there = Files.isRegularFile(folder.resolve(name));
        assertThat(there || !"true".equals(System.getenv("CI"))).as(name).isTrue();
        assumeTrue(there, "no packages at " + folder);
        return folder.resolve(name);
    }

    private OpenedPackage opened(String name) throws Exception {
        try (InputStream in = Files.newInputStream(real(name))) {
            StoredContent stored = store.put(in, 1 << 30);
            return restorer.open(stored.hash());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"course-zip-26dev.mbz", "course-tgz-32-with-files.mbz", "course-tgz-26-no-index.mbz"})
    void theCourseHasTheOutlineAndTheFilesOfThePackage(String name) throws Exception {
        OpenedPackage opened = opened(name);
        Course course = restorer.restore(opened, RestoreOrder.into(category));
        assertThat(course.visible()).isTrue();
        assertThat(course.fullname()).isEqualTo(opened.inventory().fullname());
        CourseOutline outline = platform.contents().outline(course.id());
        assertThat(outline.sections()).hasSize(opened.sections().size());
        assertThat(outline.activities())
                .extracting(CourseActivity::module)
                .containsExactlyInAnyOrderElementsOf(opened.inventory().activityModules());
        Map<String, byte[]> blobs = new HashMap<>();
        opened.blobs((sha1, content) -> blobs.put(sha1, content.readAllBytes()));
        assertThat(outline.allFiles()).hasSize(opened.files().size());
        for (PackageFile file : opened.files()) {
            List<CourseFile> here = outline.allFiles().stream()
                    .filter(other ->
                            other.path().equals(file.relative()) && other.area().equals(file.area()))
                    .toList();
            assertThat(here).as(file.shown()).isNotEmpty();
            assertThat(here).as(file.shown()).anySatisfy(same -> {
                try (InputStream in = store.open(same.content())) {
                    assertThat(in.readAllBytes()).isEqualTo(blobs.get(file.sha1()));
                } catch (IOException unreadable) {
                    throw new AssertionError(unreadable);
                }
            });
        }
    }

    @Test
    void doneAgainNothingIsTwiceAndWhatLearnersDidStays() throws Exception {
        OpenedPackage opened = opened("course-tgz-26-no-index.mbz");
        Course course = restorer.create(opened, RestoreOrder.into(category));
        assertThat(course.visible()).isFalse();
        restorer.fill(course.id(), opened);
        List<CourseActivity> before = platform.contents().outline(course.id()).activities();
        CourseActivity tracked = before.stream()
                .filter(activity -> activity.tracking() == CompletionTracking.MANUAL)
                .findFirst()
                .orElseThrow();
        long learner = site.user("lea").id();
        assertThat(platform.completion().complete(learner, tracked.id(), true)).isTrue();
        restorer.fill(course.id(), opened);
        assertThat(platform.contents().outline(course.id()).activities()).isEqualTo(before);
        assertThat(platform.completion().of(learner, course.id())).containsOnlyKeys(tracked.id());
        Course second = restorer.restore(
                opened, new RestoreOrder(category, Optional.empty(), Optional.of("Another"), "id-2", false));
        assertThat(second.shortname()).startsWith(course.shortname()).isNotEqualTo(course.shortname());
        assertThat(second.idNumber()).isEqualTo("id-2");
        assertThat(second.visible()).isFalse();
    }

    @Test
    void aPackageThatChangedMeanwhileLeavesNoCourse() throws Exception {
        Path copy = folder.resolve("copy.mbz");
        Files.copy(real("course-tgz-32-with-files.mbz"), copy);
        OpenedPackage opened = site.get(PackageReader.class).open(copy);
        int before = platform.courses().list(false).size();
        Files.write(copy, new byte[100], StandardOpenOption.TRUNCATE_EXISTING);
        assertThatThrownBy(() -> restorer.restore(opened, RestoreOrder.into(category)))
                .isInstanceOf(PackageRefusedException.class);
        assertThat(platform.courses().list(false)).hasSize(before);
    }
}
