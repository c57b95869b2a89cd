package network.constellation.testnetwork.courses;

import static network.constellation.testnetwork.courses.CourseWorld.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import network.constellation.peer.courses.Catalog;
import network.constellation.peer.courses.CourseCopy;
import network.constellation.peer.courses.CourseException;
import network.constellation.peer.courses.CourseOrders;
import network.constellation.peer.courses.CourseShelf;
import network.constellation.peer.courses.CourseVersion;
import network.constellation.peer.courses.Finding;
import network.constellation.peer.courses.Publications;
import network.constellation.peer.courses.ShelfOrder;
import network.constellation.peer.courses.UnfitPackageException;
import network.constellation.peer.courses.Verdict;
import network.constellation.peer.files.ContentStore;
import network.constellation.peer.platform.Course;
import network.constellation.peer.platform.CourseFile;
import network.constellation.peer.platform.CourseOutline;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Scope;
import network.constellation.peer.platform.User;
import network.constellation.protocol.method.courses.CatalogEntry;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.vectors.VectorFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Real course packages go from the factory to the catalog and from there to a school, by our own calls. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoursesTravelTest {
    private CourseWorld world;

    @BeforeAll
    void start(@TempDir Path folder) {
        Assumptions.assumeTrue(VectorFolder.find().isPresent());
        world = new CourseWorld(folder);
    }

    @AfterAll
    void stop() {
        if (world != null) {
            world.close();
        }
    }

    private static Platform platform(network.constellation.testnetwork.TestSite site) {
        return site.get(Platform.class);
    }

    @Test
    @Tag("CC-12")
    @Tag("CC-15")
    void theThreeUserFreeCoursesAreShownAndDeployedWithTheirFilesByteForByte() throws IOException {
        for (String name :
                List.of("course-zip-26dev.mbz", "course-tgz-32-with-files.mbz", "course-tgz-26-no-index.mbz")) {
            byte[] content = CourseWorld.sample(name);
            CourseVersion version = world.add(content, Optional.empty());
            ShelfOrder published = done(world.publish(version));
            assertThat(published.url()).startsWith(world.catalog.wwwroot().value());

            CatalogEntry shown = world.school
                    .get(Catalog.class)
                    .find(version.uid(), Optional.of(world.catalog.wwwroot()))
                    .orElseThrow()
                    .entry();
            assertThat(shown.sha256()).isEqualTo(version.hash().hex());
            assertThat(shown.size()).isEqualTo(content.length);
            assertThat(shown.sheet()).isEqualTo(version.sheet());
            assertThat(shown.origin()).isEqualTo(world.factory.wwwroot().value());

            ShelfOrder order = done(world.deploy(version.uid(), Optional.empty(), 0));
            Course course =
                    platform(world.school).courses().find(order.copyCourse()).orElseThrow();
            assertThat(course.visible()).isTrue();
            assertThat(course.idNumber()).isEqualTo(version.uid());
            assertThat(course.category()).isEqualTo(world.schoolShelf);
            assertThat(course.fullname()).isEqualTo(version.sheet().title());
            CourseOutline outline = platform(world.school).contents().outline(course.id());
            assertThat(outline.activities())
                    .extracting(activity -> activity.module() + " " + activity.title())
                    .containsExactlyElementsOf(version.sheet().outline().stream()
                            .flatMap(section -> section.activities().stream())
                            .map(activity -> activity.module() + " " + activity.title())
                            .toList());
            haveFilesOf(content, outline);

            CourseCopy copy =
                    world.school.get(CourseShelf.class).copyOf(course.id()).orElseThrow();
            assertThat(copy.version()).isEqualTo(1);
            assertThat(copy.source()).isEqualTo(world.catalog.wwwroot());
        }
    }

    private void haveFilesOf(byte[] content, CourseOutline outline) throws IOException {
        ContentStore store = world.school.get(ContentStore.class);
        List<CourseFile> there = outline.allFiles();
        for (Map.Entry<String, byte[]> file : new SamplePackage(content).files()) {
            boolean found = false;
            for (CourseFile candidate : there) {
                if (file.getKey().equals(candidate.area() + "/" + candidate.path())) {
                    try (var in = store.open(candidate.content())) {
                        found |= Arrays.equals(in.readAllBytes(), file.getValue());
                    }
                }
            }
            assertThat(found).as("%s among %s", file.getKey(), there).isTrue();
        }
    }

    @Test
    @Tag("CC-11")
    void aPackageWithUsersAndASingleActivityAreRefusedWithTheirReasonsAndNothingStays() {
        refused("course-tgz-41dev-with-users.mbz", "user");
        refused("activity-zip-28.mbz", "activity");
    }

    private void refused(String name, String word) {
        CourseShelf shelf = world.factory.get(CourseShelf.class);
        int before = shelf.own().size();
        assertThatThrownBy(() -> shelf.add(
                        new ByteArrayInputStream(CourseWorld.sample(name)), Optional.empty(), TestNetwork.ACTOR))
                .isInstanceOf(UnfitPackageException.class)
                .hasMessageContaining(word);
        assertThat(shelf.own()).hasSize(before);
    }

    @Test
    @Tag("CC-4")
    void anIdentityIsUniqueAndTheSamePackageIsOneVersion() {
        byte[] content = CourseWorld.sample("course-zip-26dev.mbz");
        CourseVersion one = world.add(content, Optional.empty());
        CourseVersion again = world.add(content, Optional.empty());
        assertThat(again.id()).isEqualTo(one.id());
        assertThat(UUID.fromString(one.uid()).version()).isEqualTo(4);
        CourseVersion other = world.add(CourseWorld.sample("course-tgz-26-no-index.mbz"), Optional.empty());
        assertThat(other.uid()).isNotEqualTo(one.uid());
    }

    @Test
    @Tag("CC-13")
    @Tag("CC-14")
    void aNewVersionReplacesTheOldOneHidingHidesAndShowingAgainMovesNothing() {
        CourseVersion first = world.add(other("course-tgz-26-no-index.mbz", 1), Optional.empty());
        done(world.publish(first));
        assertThat(world.shown()).contains(first.uid() + " v1");

        CourseVersion second = world.add(other("course-tgz-32-with-files.mbz", 2), Optional.of(first.uid()));
        assertThat(second.version()).isEqualTo(2);
        done(world.publish(second));
        assertThat(world.shown()).contains(first.uid() + " v2").doesNotContain(first.uid() + " v1");
        assertThat(visibleCopies(first.uid()))
                .as("of the catalog's copies one is shown")
                .isEqualTo(1);

        world.factory.get(Publications.class).withdraw(second, world.catalog.wwwroot(), Optional.empty());
        assertThat(world.shown()).noneMatch(entry -> entry.startsWith(first.uid()));
        assertThat(visibleCopies(first.uid())).isZero();

        int copies = world.catalog.get(CourseShelf.class).copies(first.uid()).size();
        done(world.publish(second));
        assertThat(world.shown()).contains(first.uid() + " v2");
        assertThat(world.catalog.get(CourseShelf.class).copies(first.uid())).hasSize(copies);
    }

    /** The same course in other bytes: a gzip header may bear any time. */
    private static byte[] other(String name, int time) {
        byte[] content = CourseWorld.sample(name);
        content[4] = (byte) time;
        return content;
    }

    private long visibleCopies(String uid) {
        return platform(world.catalog).courses().list(true).stream()
                .filter(course -> course.idNumber().equals(uid))
                .count();
    }

    @Test
    @Tag("CC-15")
    @Tag("CC-16")
    void deployedTwiceItIsTwoCopiesAndTheSameOrderTwiceIsOne() {
        CourseVersion version = published("course-tgz-26-no-index.mbz", 3);
        ShelfOrder one = done(world.deploy(version.uid(), Optional.empty(), 0));
        ShelfOrder two = done(world.deploy(version.uid(), Optional.empty(), 0));
        assertThat(two.copyCourse()).isNotEqualTo(one.copyCourse());

        CourseOrders.Wish same =
                new CourseOrders.Wish(one.id(), version.uid(), world.catalog.wwwroot(), Optional.empty(), 0);
        ShelfOrder repeated = world.school.get(CourseOrders.class).deploy(same);
        assertThat(repeated.copyCourse()).isEqualTo(one.copyCourse());
        assertThat(world.school.get(CourseShelf.class).copies(version.uid()))
                .hasSize(2)
                .allSatisfy(copy -> {
                    assertThat(copy.version()).isEqualTo(1);
                    assertThat(copy.source()).isEqualTo(world.catalog.wwwroot());
                })
                .extracting(CourseCopy::course)
                .containsExactlyInAnyOrder(one.copyCourse(), two.copyCourse());
        TestNetwork.await(() -> world.catalog.get(CourseOrders.class).about(version.uid()).stream()
                        .filter(order ->
                                order.kind() == CourseCopy.Kind.DEPLOY && order.state() == ShelfOrder.State.DONE)
                        .count()
                == 2);
    }

    private CourseVersion published(String name, int time) {
        CourseVersion version = world.add(other(name, time), Optional.empty());
        done(world.publish(version));
        return version;
    }

    @Test
    @Tag("CC-17")
    void aCategoryIsHonouredOnlyWhereThePersonMayMakeCourses() {
        CourseVersion version = published("course-tgz-26-no-index.mbz", 4);
        User teacher = CourseWorld.person(world.school, world.school, "tina", "");
        Platform platform = platform(world.school);
        long own = platform.courses().createCategory("Tina's", "", "", 0).id();
        platform.roles().assign(teacher.id(), "coursecreator", Scope.category(own));

        ShelfOrder there = done(world.deploy(version.uid(), Optional.of(teacher), own));
        Course course = platform.courses().find(there.copyCourse()).orElseThrow();
        assertThat(course.category()).isEqualTo(own);
        assertThat(platform.roles().held(teacher.id(), Scope.course(course.id())))
                .contains("editingteacher");

        int before = platform.courses().list(false).size();
        assertThat(stop(version, teacher, world.schoolShelf + 1000)).isEqualTo("category-gone");
        long foreign = platform.courses().createCategory("Not hers", "", "", 0).id();
        assertThat(stop(version, teacher, foreign)).isEqualTo("category-rights");
        assertThatThrownBy(() -> world.deploy(version.uid(), Optional.of(teacher), foreign))
                .isInstanceOf(CourseException.class)
                .hasMessageContaining("Not hers");
        User learner = CourseWorld.person(world.school, world.school, "lea", "student");
        assertThat(stop(version, learner, 0)).isEqualTo("rights");
        assertThat(platform.courses().list(false)).hasSize(before);
    }

    /** The dry run's word against it. */
    private String stop(CourseVersion version, User user, long category) {
        Verdict verdict = world.school
                .get(CourseOrders.class)
                .tryDeploy(new CourseOrders.Wish(
                        "0123456789abcdef", version.uid(), world.catalog.wwwroot(), Optional.of(user), category));
        return verdict.stop().map(Finding::code).orElse("nothing");
    }

    @Test
    void aDryRunTellsEverythingAndChangesNothing() {
        CourseVersion version = published("course-tgz-32-with-files.mbz", 5);
        User manager = CourseWorld.person(world.school, world.school, "manu", CourseWorld.MANAGER);
        int before = platform(world.school).courses().list(false).size();
        Verdict verdict = world.school
                .get(CourseOrders.class)
                .tryDeploy(new CourseOrders.Wish(
                        "0123456789abcdef", version.uid(), world.catalog.wwwroot(), Optional.of(manager), 0));
        assertThat(verdict.allowed()).isTrue();
        assertThat(verdict.findings())
                .extracting(Finding::code)
                .contains("role", "rights", "category", "size", "version", "personal-data");
        assertThat(platform(world.school).courses().list(false)).hasSize(before);
        assertThat(world.school.get(CourseOrders.class).find("0123456789abcdef"))
                .isEmpty();
    }
}
